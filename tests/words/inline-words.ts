import ts from 'typescript';

/** Names that are the same in every language. */
const names = new Set(['Gafu', 'Gafu 画風検索', 'VGG19', 'JSON', 'docs/quality.md', 'Times New Roman']);

/** JSX attributes that no visitor reads. Any other attribute with words in it is reported. */
const technical =
  /^(accept|action|as|asked|autoComplete|border|class|className|content|d|data-.*|decoding|defaultValue|describedBy|dir|dominantBaseline|encType|fetchPriority|field|fill|fillRule|form|fit|height|href|hrefLang|htmlFor|icon|id|inputId|inputMode|itemProp|itemType|key|kind|lang|lineAt|list|loading|markerEnd|media|method|name|of|opacity|orient|part|points|pattern|preserveAspectRatio|property|queryRef|rel|role|scope|size|sizes|sort|source|src|srcSet|step|stroke.*|style|tabIndex|target|textAnchor|transform|type|value|vectorEffect|viewBox|width|x|y|x1|x2|y1|y2|aria-(autocomplete|hidden|labelledby|describedby|live|current|busy|controls|expanded|atomic|pressed))$/;

/** Properties and constants that are words wherever they stand, such as those of a page's metadata. */
const wordy =
  /^(title|description|template|detail|label|hint|alt|placeholder|heading|note|summary|caption|siteName)$/;

/** Words that are not for visitors: errors and problems for API clients and the log, and messages by key. */
const spoken =
  /^(Error|Problem|sharedWithTimeout|LiveRefusal|Response|warn|info|error|log|t|rich|markup|useTranslations|getTranslations|test|matchAll|match)$/;

/**
 * The words for visitors that stand in a source file instead of `messages/`: text in JSX, attributes that are read,
 * titles and labels, and anything else that reads as a sentence.
 * @returns `line: words` for each
 */
export function inlineWords(fileName: string, source: string): string[] {
  const file = ts.createSourceFile(fileName, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const report = (node: ts.Node, text: string) => {
    const words = text.replace(/\s+/g, ' ').trim();
    if (/\p{L}{2}/u.test(words) && !words.startsWith('/') && !names.has(words))
      found.push(`${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${words}`);
  };

  /** @param read whether what stands here is shown or read out as it is */
  const visit = (node: ts.Node, read: boolean): void => {
    if (ts.isJsxText(node)) return report(node, node.text);
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node)) return;
    if (ts.isJsxAttribute(node)) {
      const name = node.name.getText();
      if (node.initializer && !technical.test(name)) visit(node.initializer, true);
      else if (node.initializer) visitNested(node.initializer);
      return;
    }
    if (ts.isJsxElement(node) || ts.isJsxFragment(node)) {
      ts.forEachChild(node, (child) => visit(child, true));
      return;
    }
    if (ts.isPropertyAssignment(node) || ts.isVariableDeclaration(node)) {
      if (node.initializer) visit(node.initializer, wordy.test(node.name.getText()));
      return;
    }
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      if (spoken.test(calledName(node.expression))) node.arguments?.forEach(visitNested);
      else ts.forEachChild(node, (child) => visit(child, false));
      return;
    }
    if (ts.isStringLiteralLike(node)) {
      if (read || isSentence(node.text)) report(node, node.text);
      return;
    }
    if (ts.isTemplateExpression(node)) {
      const text = [node.head, ...node.templateSpans.map(({ literal }) => literal)]
        .map((part) => part.text)
        .join('…');
      if (read || isSentence(text)) report(node, text);
      node.templateSpans.forEach(({ expression }) => visit(expression, false));
      return;
    }
    const passesOn =
      ts.isJsxExpression(node) ||
      ts.isParenthesizedExpression(node) ||
      ts.isConditionalExpression(node) ||
      ts.isBinaryExpression(node) ||
      ts.isArrayLiteralExpression(node) ||
      ts.isAsExpression(node);
    const compares = ts.isBinaryExpression(node) && isComparison(node.operatorToken.kind);
    if (ts.isConditionalExpression(node)) {
      visit(node.condition, false);
      visit(node.whenTrue, read);
      visit(node.whenFalse, read);
      return;
    }
    ts.forEachChild(node, (child) => visit(child, read && passesOn && !compares));
  };

  /** Looks for JSX and messages further inside, but not at the strings that stand here. */
  const visitNested = (node: ts.Node): void => {
    if (ts.isJsxElement(node) || ts.isJsxSelfClosingElement(node) || ts.isJsxFragment(node))
      return visit(node, false);
    ts.forEachChild(node, visitNested);
  };

  visit(file, false);
  return found;
}

function calledName(expression: ts.Expression): string {
  return ts.isPropertyAccessExpression(expression) ? expression.name.text : expression.getText();
}

function isComparison(kind: ts.SyntaxKind): boolean {
  return [
    ts.SyntaxKind.EqualsEqualsEqualsToken,
    ts.SyntaxKind.ExclamationEqualsEqualsToken,
    ts.SyntaxKind.InKeyword,
  ].includes(kind);
}

/** Several words that begin with a capital or end with a stop. */
function isSentence(text: string): boolean {
  const words = text.trim();
  return /\p{L}+ \p{L}/u.test(words) && (/^\p{Lu}\p{L}/u.test(words) || /\p{L}[.!?…:]$/u.test(words));
}
