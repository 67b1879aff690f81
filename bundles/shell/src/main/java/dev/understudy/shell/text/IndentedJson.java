package dev.understudy.shell.text;

/** JSON for people: a line for each value, indented. */
public final class IndentedJson {

    private static final String STEP = "  ";

    private final StringBuilder out = new StringBuilder();
    private int depth;

    private IndentedJson() {}

    /** The same JSON with line ends and indentation, in place of the white space that it has. */
    public static String of(String json) {
        IndentedJson indented = new IndentedJson();
        boolean inText = false;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (inText && c == '\\') {
                indented.out.append(c).append(json.charAt(++i));
            } else if (c == '"' || inText) {
                inText ^= c == '"';
                indented.out.append(c);
            } else if (!Character.isWhitespace(c)) {
                indented.mark(c, i + 1 < json.length() && "]}".indexOf(json.charAt(i + 1)) >= 0);
            }
        }
        return indented.out.toString();
    }

    private void mark(char c, boolean beforeEnd) {
        switch (c) {
            case '{', '[' -> {
                depth++;
                out.append(c);
                if (!beforeEnd) {
                    newLine();
                }
            }
            case '}', ']' -> {
                depth--;
                if ("{[".indexOf(out.charAt(out.length() - 1)) < 0) {
                    newLine();
                }
                out.append(c);
            }
            case ',' -> {
                out.append(c);
                newLine();
            }
            case ':' -> out.append(": ");
            default -> out.append(c);
        }
    }

    private void newLine() {
        out.append('\n').append(STEP.repeat(depth));
    }
}
