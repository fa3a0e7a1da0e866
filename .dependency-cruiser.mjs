/**
 * Imports make no circles, those of types included: a file in a circle cannot be read, tested or moved alone.
 * @type {import('dependency-cruiser').IConfiguration}
 */
export default {
  forbidden: [{ name: 'no-circular', severity: 'error', from: {}, to: { circular: true } }],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: ['node_modules'] },
    exclude: { path: ['^(lib/catalog/prisma|\\.next|\\.cache|data|coverage)/'] },
  },
};
