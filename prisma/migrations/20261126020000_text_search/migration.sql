-- How text is folded, cut into words and matched: see the decision "Text is folded, then cut, then matched" under
-- docs/decisions. The columns keep their names and types, so a web server of the previous version keeps working.

-- Text as it is compared: compatibility forms made plain, lower case, accents removed from the scripts whose readers
-- type without them (Latin, Greek, Cyrillic, Hebrew, Arabic). The marks of kana and the letters of Hangul stay. The
-- collation is named, so that the result does not depend on how the database was created.
CREATE OR REPLACE FUNCTION gafu_fold(input text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
RETURN CASE WHEN input ~ '^[\u0001-\u005f\u0061-\u007f]*$' THEN lower(input COLLATE "und-x-icu") ELSE replace(replace(replace(replace(
  translate(
    lower(normalize(regexp_replace(
      -- Before normalising, which would turn a lone accent into a blank.
      normalize(translate(input, '‘’‚‛ʻʼʽʾʿˈˊˋ`´′‵＇ʹ՚׳᾽᾿῾΄‐‑⁃−', '''''''''''''''''''''''''''''''''''''''''''''''''----'), NFKD),
      -- Accents and points, then characters that are not seen: joiners, directions, variation selectors.
      '[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f\u00ad\u061c\u115f\u1160\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff]',
      '', 'g'), NFKC) COLLATE "und-x-icu"),
    'ςłøđðħıŧŋƒɛɔəґىیېکةۀہەٱ٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९',
    'σloddhitnfeoeгيييكهههها012345678901234567890123456789'),
  'æ', 'ae'), 'œ', 'oe'), 'ß', 'ss'), 'þ', 'th') END;

-- Umlauts and the like as they are written out where a keyboard lacks them: Duerer for Dürer, Soeren for Søren. Null if
-- there are none.
CREATE FUNCTION gafu_spell_out(input text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
RETURN CASE WHEN normalize(input, NFC) ~ '[äöüøåđðÄÖÜØÅĐÐ]' THEN
  replace(replace(replace(replace(replace(replace(replace(lower(normalize(input, NFC) COLLATE "und-x-icu"),
  'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue'), 'ø', 'oe'), 'å', 'aa'), 'đ', 'dj'), 'ð', 'dh') END;

-- Ranges for brackets: letters of scripts that are written without blanks, or nearly (Han, kana, Hangul, Bopomofo, Yi,
-- Thai, Lao, Khmer, Myanmar, Javanese); and vowel signs of other scripts, which Postgres does not count as letters.
CREATE FUNCTION gafu_unspaced() RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  '\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3031-\u3035\u3038-\u303c\u3041-\u3096\u3099-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3105-\u312f\u3131-\u318e\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U0001aff0-\U0001b16f\U00020000-\U0003ffff\u1100-\u11ff\ua960-\ua97f\uac00-\ud7fb\ua000-\ua48c\u0e01-\u0e3a\u0e40-\u0e4e\u0e80-\u0ece\u0edc-\u0edf\u1000-\u1049\u1050-\u109f\u1780-\u17d3\u17dc\u17dd\u1a20-\u1a7f\ua980-\ua9c0\ua9e0-\ua9fe\uaa60-\uaa7f';
CREATE FUNCTION gafu_signs() RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  '\u0700-\u08ff\u0900-\u0963\u0966-\u0dff\u0f00\u0f18-\u0f39\u0f3e-\u0f84\u0f86-\u0fbc\u1700-\u1734\u1900-\u1cff\ua800-\ua97f\uaa80-\uabed\U00011000-\U00011fff';

-- The words of folded text, in order. Scripts that are written without blanks make words of their own. An
-- apostrophe, a hyphen or a Catalan middle dot inside a word stays; what to do about it is the caller's matter.
CREATE FUNCTION gafu_words(folded text) RETURNS TABLE (word text, at bigint, unspaced boolean)
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT ROWS 20 AS $$
  -- A longer word is compared by its beginning: Postgres refuses lexemes of 2 kB.
  SELECT CASE WHEN unspaced THEN found[1] ELSE rtrim(left(found[1], 100), '''·-') END, at, unspaced
  FROM regexp_matches(
    regexp_replace(folded, '[' || gafu_unspaced() || ']+', ' \& ', 'g') COLLATE "und-x-icu",
    '[[:alnum:]' || gafu_unspaced() || gafu_signs() || ']+(?:[''·-]+[[:alnum:]' || gafu_signs() || ']+)*',
    'g') WITH ORDINALITY AS matches (found, at),
    LATERAL (SELECT found[1] ~ ('^[' || gafu_unspaced() || ']') AS unspaced) AS script
$$;

-- What a field is found by. A word: itself, and, if it has an apostrophe or hyphen, its parts ("l'huile": lhuile, l,
-- huile). Of a script without blanks: each pair of neighbours, so that any part of two characters and more is a
-- sequence of pairs, and the whole behind "=". Pairs reach over a blank or dot between Japanese or Chinese names.
CREATE FUNCTION gafu_lexemes(field text) RETURNS TABLE (lexeme text, place bigint)
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT ROWS 50 AS $$
  WITH folded AS (SELECT gafu_fold(field) AS plain),
  words AS (
    SELECT word, at, unspaced FROM folded, gafu_words(plain)
    UNION
    SELECT word, at, unspaced FROM gafu_words(gafu_fold(gafu_spell_out(field)))
  ),
  runs AS (
    SELECT word, sum(length(word) + 1) OVER (ORDER BY at) - length(word) AS start
    FROM folded, gafu_words(CASE WHEN plain ~ ('[' || gafu_unspaced() || ']')
      THEN regexp_replace(plain, '([\u3005-\u3007\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff])[[:space:]・·゠=]+(?=[\u3005-\u3007\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff])', '\1', 'g') END)
    WHERE unspaced
  )
  SELECT translate(word, '''·-', ''), at FROM words WHERE NOT unspaced
  UNION ALL
  SELECT part, at FROM words, regexp_split_to_table(word, '[''·-]+') AS part WHERE word ~ '[''·-]'
  UNION ALL
  SELECT '=' || left(word, 100), at FROM words WHERE unspaced
  UNION ALL
  SELECT substr(word, i, 2), start + i FROM runs, generate_series(1, length(word)) AS i
$$;

-- tsvector from lexemes, in place of Postgres' own parser, whose words depend on the locale and know no pairs.
CREATE FUNCTION gafu_search_vector(field text, weight text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN coalesce(
  (SELECT string_agg('''' || lexeme || ''':' || least(place, 16383) || weight, ' ') FROM gafu_lexemes(field))::tsvector,
  ''::tsvector);

-- Folded text in Latin letters, nearly one for one: what trigrams compare. pg_trgm knows the letters of other scripts
-- only in some locales, and so a name is also found by its likeness to how another script spells it.
CREATE FUNCTION gafu_romanise(folded text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
RETURN CASE WHEN folded ~ '[^\u0001-\u007f]' THEN translate(normalize(folded, NFD),
  'αβγδεζηθικλμνξοπρστυφχψωабвгдежзиклмнопрстуфхцчшщъыьэюяіїєђјљњћџўאבגדהוזחטיךכלםמןנסעףפץצקרשתابتثجحخدذرزسشصضطظعغفقكلمنهويءپچژگაბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰաբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆअआइईउऊऋएऐओऔकखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसहािीुूृेैोौंँः' ||
  -- The parts of Hangul syllables.
  U&'\1100\1101\1102\1103\1104\1105\1106\1107\1108\1109\110a\110b\110c\110d\110e\110f\1110\1111\1112\1161\1162\1163\1164\1165\1166\1167\1168\1169\116a\116b\116c\116d\116e\116f\1170\1171\1172\1173\1174\1175\11a8\11a9\11aa\11ab\11ac\11ad\11ae\11af\11b0\11b1\11b2\11b3\11b4\11b5\11b6\11b7\11b8\11b9\11ba\11bb\11bc\11bd\11be\11bf\11c0\11c1\11c2',
  'abgdezitiklmnxoprstyfhpoabvgdezziklmnoprstufhccssqyqeuaiiedjlncduabgdhvzhtikklmmnnsappzzkrstabttjhhddrzsssdtzagfqklmnhuiapczgabgdevztiklmnopzrstupkgksccdcchjhabgdezeetzilhckhdgcminsocpjrsvtrcupkofaaiiuureeookkggnccjjnttddnttddnppbbmyrlvssshaiiuureeoonnh' ||
  'gkndtrmbpssqjjcktphaeaeoeyyoaeeyuoeiuuuigkgnnndllllllllmbbssnjcktph') ELSE folded END;

-- Generated columns keep what they were computed by, so they are made again.
ALTER TABLE artworks
  DROP COLUMN search_vector,
  DROP COLUMN search_text;
ALTER TABLE artworks
  ADD COLUMN search_vector tsvector GENERATED ALWAYS AS (
    gafu_search_vector(title, 'A') ||
    gafu_search_vector(artist, 'A') ||
    gafu_search_vector(movement, 'B') ||
    gafu_search_vector(subject, 'B') ||
    gafu_search_vector(medium, 'C') ||
    gafu_search_vector(description, 'D')) STORED,
  ADD COLUMN search_text text GENERATED ALWAYS AS (gafu_romanise(gafu_fold(
    title || ' ' || coalesce(artist, '') || ' ' || coalesce(movement, '') || ' ' || coalesce(subject, '')))) STORED,
  ADD COLUMN search_details text GENERATED ALWAYS AS (gafu_romanise(gafu_fold(
    coalesce(medium, '') || ' ' || coalesce(description, '')))) STORED;

CREATE INDEX artworks_search_vector_idx ON artworks USING gin (search_vector);
CREATE INDEX artworks_search_text_idx ON artworks USING gin (search_text gin_trgm_ops);
CREATE INDEX artworks_search_details_idx ON artworks USING gin (search_details gin_trgm_ops);
ANALYZE artworks;

-- An index outside of Postgres holds the lexemes too: every work is written to it again.
UPDATE index_changes SET version = nextval('index_changes_version_seq'), due = true;
SELECT pg_notify('gafu_index_changes', '');
