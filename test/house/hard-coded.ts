/** Finds words that a view would show and that do not come from the catalog: they could not be said in another language. */
import ts from 'typescript';

export interface HardCoded {
  readonly line: number;
  readonly text: string;
}

/** Attributes that are read to people, and those of our own components that end as such or as text. */
const spoken =
  /^(?:aria-(?:label|description|valuetext|roledescription|placeholder)|title|placeholder|label|alt|summary|action|note|about|lead|text|fix)$/;

/** Units are the same everywhere. */
const hasWord = (text: string) => /\p{L}{2,}/u.test(text.replace(/\b(?:ms|min|MB|kB)\b/g, ''));
/** Of classes, as a style sheet has them. */
const isClasses = (text: string) => /^[a-z]+(?:-[a-z]+)+(?: +[a-z]+(?:-[a-z]+)+)*$/.test(text);
/** Two words beside each other, or one that is written like the beginning of a sentence. */
const looksSaid = (text: string) =>
  !isClasses(text) && (/\p{L}{2,}[,.:;…]? +[“‘]?\p{L}{2,}/u.test(text) || /^\p{Lu}\p{Ll}+[.…!?]?$/u.test(text));

/** What is thrown is for the console, and what is compared, selected or listened for is code. */
const codeCalls =
  /^(?:(?:[\w.?!]+\.)?(?:querySelector(?:All)?|closest|matches|addEventListener|removeEventListener|getAttribute|setAttribute|includes|startsWith|endsWith|indexOf|split|replace|replaceAll|join|get|has|section|import|createElement)|RegExp)$/;

/** The text of a literal or of a template without what is put into it. */
function textOf(node: ts.Node): string | null {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  return ts.isTemplateExpression(node) ? [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('·') : null;
}

/** The expressions that an expression may turn out to be. */
function outcomes(node: ts.Expression): readonly ts.Expression[] {
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node)) return outcomes(node.expression);
  if (ts.isConditionalExpression(node)) return [...outcomes(node.whenTrue), ...outcomes(node.whenFalse)];
  if (ts.isBinaryExpression(node)) {
    const kind = node.operatorToken.kind;
    if (kind === ts.SyntaxKind.PlusToken || kind === ts.SyntaxKind.BarBarToken || kind === ts.SyntaxKind.QuestionQuestionToken)
      return [...outcomes(node.left), ...outcomes(node.right)];
    return kind === ts.SyntaxKind.AmpersandAmpersandToken ? outcomes(node.right) : [];
  }
  return [node];
}

/** A place where a text is a name for the program. */
function isCode(node: ts.Node): boolean {
  const { parent } = node;
  if (
    ts.isImportDeclaration(parent) ||
    ts.isExportDeclaration(parent) ||
    ts.isLiteralTypeNode(parent) ||
    ts.isExternalModuleReference(parent)
  )
    return true;
  if (ts.isPropertyAssignment(parent) && parent.name === node) return true;
  if (ts.isCaseClause(parent) || ts.isElementAccessExpression(parent) || ts.isPropertySignature(parent)) return true;
  if (ts.isBinaryExpression(parent) && /^[!=]==?$|^in$/.test(parent.operatorToken.getText())) return true;
  if (ts.isNewExpression(parent)) return true;
  // One of a list that is only asked whether it holds something.
  if (ts.isArrayLiteralExpression(parent) && ts.isPropertyAccessExpression(parent.parent) && parent.parent.name.text === 'includes')
    return true;
  if (ts.isCallExpression(parent)) return codeCalls.test(parent.expression.getText());
  // Attributes that are not read to anybody: classes, shapes, roles.
  for (let up: ts.Node | undefined = parent; up && !ts.isJsxElement(up); up = up.parent) {
    if (ts.isFunctionLike(up)) return false;
    if (ts.isJsxAttribute(up)) return !spoken.test(up.name.getText());
  }
  return false;
}

export function hardCodedIn(file: string, code: string, allowed: ReadonlySet<string> = new Set()): HardCoded[] {
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true, kind);
  const found = new Map<ts.Node, string>();
  const note = (node: ts.Node, text: string) => {
    if (!allowed.has(text.trim())) found.set(node, text.trim());
  };
  const shown = (expression: ts.Expression) => {
    for (const one of outcomes(expression)) {
      const text = textOf(one);
      if (text !== null && hasWord(text)) note(one, text);
    }
  };
  const walk = (node: ts.Node): void => {
    if (ts.isJsxText(node) && hasWord(node.text)) note(node, node.text);
    if (ts.isJsxExpression(node) && node.expression && (ts.isJsxElement(node.parent) || ts.isJsxFragment(node.parent)))
      shown(node.expression);
    if (ts.isJsxAttribute(node) && spoken.test(node.name.getText()) && node.initializer) {
      const value = ts.isJsxExpression(node.initializer) ? node.initializer.expression : node.initializer;
      if (value && ts.isExpression(value)) shown(value);
    }
    const text = textOf(node);
    if (text !== null && looksSaid(text) && !isCode(node)) note(node, text);
    ts.forEachChild(node, walk);
  };
  walk(source);
  return [...found].map(([node, text]) => ({ line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1, text }));
}
