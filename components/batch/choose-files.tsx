'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useEffectEvent, useState } from 'react';
import { type Choice, filesOfDrop, filesOfInput, type LocalFile, sortChoice } from './chosen-files';

interface ChooseFilesProps {
  /** A narrow one, once there are files. */
  isSmall?: boolean;
  bytesMax: number;
  onChoice: (choice: Choice) => void;
}

/** Takes pictures, folders and a list: dropped anywhere on the page, or chosen. Client messages: `batch`. */
export function ChooseFiles({ isSmall = false, bytesMax, onChoice }: ChooseFilesProps) {
  const t = useTranslations('batch');
  const take = (files: readonly LocalFile[]) => {
    if (files.length > 0) onChoice(sortChoice(files));
  };
  const isOver = useFolderDrop(take);
  const input = (isFolder: boolean) => (
    <label className="button-quiet relative cursor-pointer has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-offset-3 has-[:focus-visible]:outline-seal">
      {t(isFolder ? 'chooseFolder' : 'chooseFiles')}
      <input
        type="file"
        multiple
        {...(isFolder && { webkitdirectory: '' })}
        className="absolute inset-0 w-full cursor-pointer opacity-0"
        onChange={(event) => {
          if (event.currentTarget.files) take(filesOfInput(event.currentTarget.files));
          // The same files may be chosen again.
          event.currentTarget.value = '';
        }}
      />
    </label>
  );
  return (
    <div
      className={`border border-dashed bg-plinth ${isOver ? 'border-seal' : 'border-edge'} ${isSmall ? 'px-5 py-4' : 'px-6 py-12 text-center md:py-20'}`}
    >
      <p className={isSmall ? 'font-[550]' : 'font-serif text-head'}>{t(isSmall ? 'dropMore' : 'drop')}</p>
      <div className={`mt-4 flex flex-wrap gap-3 ${isSmall ? '' : 'justify-center'}`}>
        {input(false)}
        {input(true)}
      </div>
      <p className={`mt-4 max-w-prose text-fine text-quiet ${isSmall ? '' : 'mx-auto'}`}>
        {t(isSmall ? 'dropMoreHelp' : 'dropHelp', { megabytes: Math.floor(bytesMax / 1024 ** 2) })}
      </p>
    </div>
  );
}

/** @returns whether files are being dragged over the page */
function useFolderDrop(onFiles: (files: readonly LocalFile[]) => void): boolean {
  const [isOver, setOver] = useState(false);
  const take = useEffectEvent(onFiles);
  useEffect(() => {
    const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
    const over = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      setOver(false);
      if (!carriesFiles(event) || event.dataTransfer === null) return;
      event.preventDefault();
      void filesOfDrop(event.dataTransfer).then(take);
    };
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, []);
  return isOver;
}
