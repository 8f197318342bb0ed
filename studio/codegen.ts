import type { CodegenConfig } from '@graphql-codegen/cli'

// Types for the documents in src/, from the schema that the server prints. `npm run codegen -- --check` tells whether they are stale.
export default {
  schema: '../schema/schema.graphql',
  documents: ['src/**/*.{ts,vue}', '!src/gql/**'],
  generates: {
    'src/gql/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        documentMode: 'string',
        useTypeImports: true,
        enumsAsTypes: true,
        onlyOperationTypes: true,
        defaultScalarType: 'unknown',
        scalars: { DateTime: 'string', ID: 'string', SafeInt: 'number' },
      },
    },
  },
} satisfies CodegenConfig
