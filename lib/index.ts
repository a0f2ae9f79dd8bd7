/**
 * Roundtrip as a library, for Node 20 and newer: a recorded login in, what is wrong with it out. It does what the command line does,
 * asks nobody on the network, and writes no file. docs/library.md shows it at work; docs/formats.md describes the report.
 */
export type { Comparison } from './compare/comparison.ts';
export { type AnalyzeOptions, analyzeFile, analyzeText, type Report } from './library/analyze.ts';
export { listChecks } from './library/checks.ts';
export { expectHealthyLogin, type HealthyLoginOptions, UnhealthyLoginError } from './library/healthy.ts';
export { InputError } from './library/read-file.ts';
export { type RedactOptions, redactFile, redactText } from './library/redact.ts';
export type { Machine, Product, SourceKind } from './model/capture.ts';
export type { Gap } from './model/exchange.ts';
export type { Confidence, FindingRole, Owner, Profile, Severity } from './model/finding.ts';
export type { FlowKind, Grant, Outcome, Role } from './model/flow.ts';
export type { Story } from './model/recording.ts';
export type { CatalogueCite, CatalogueEntry, CatalogueMessage } from './transfer/catalogue.ts';
export type { ReportCookies } from './transfer/cookies.ts';
export type { ReportError } from './transfer/error-of.ts';
export { LeakError, type RedactedFile, type RedactedFormat } from './transfer/redact-opened.ts';
export type { Report as Attempt, ReportFinding, ReportFlow, ReportStep } from './transfer/report.ts';
export { toHtml } from './transfer/to-html.ts';
export { toMarkdown } from './transfer/to-markdown.ts';
export { toText } from './transfer/to-text.ts';
