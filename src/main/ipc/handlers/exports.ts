import type { ExportAnswers } from '#shared/contract/exports'
import type { ExportActions } from '../../services/exports/exportActions'
import type { HandlersOf } from '../serve'

export function exportHandlers({ exports }: { readonly exports: ExportActions }): HandlersOf<keyof ExportAnswers> {
  return {
    'exports.copyEntry': ({ id }) => exports.copyEntry(id),
    'exports.saveEntry': ({ id }) => exports.saveEntry(id),
    'exports.savePeriod': (period) => exports.savePeriod(period),
  }
}
