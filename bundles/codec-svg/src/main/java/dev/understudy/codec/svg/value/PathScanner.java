package dev.understudy.codec.svg.value;

/** Goes through path data: letters, and the numbers behind them. */
public final class PathScanner {

    private final ValueScanner scanner;
    private boolean first = true;

    /** A scanner at the beginning of path data. */
    public PathScanner(String text) {
        scanner = new ValueScanner(text);
    }

    /** Whether there is another command. */
    public boolean hasMore() {
        return !scanner.atEnd();
    }

    /** Passes a command's letter. */
    public char command() throws ValueException {
        first = true;
        return scanner.next();
    }

    /** Whether another number follows, so that the command is repeated. */
    public boolean hasArguments() {
        scanner.skipSpace();
        return scanner.atNumber() || scanner.peek() == ',';
    }

    /** Passes a number. */
    public double number() throws ValueException {
        separate();
        return scanner.number();
    }

    /** Passes a flag of an arc, behind which nothing has to stand. */
    public boolean flag() throws ValueException {
        separate();
        if (scanner.accept('1')) {
            return true;
        }
        if (scanner.accept('0')) {
            return false;
        }
        throw scanner.wrong();
    }

    /** Passes what stands between numbers: white space and a comma, which is not behind the letter. */
    private void separate() {
        if (first) {
            scanner.skipSpace();
        } else {
            scanner.skipComma();
        }
        first = false;
    }

    /** What is wrong, by where it is. */
    public ValueException wrong() {
        return scanner.wrong();
    }
}
