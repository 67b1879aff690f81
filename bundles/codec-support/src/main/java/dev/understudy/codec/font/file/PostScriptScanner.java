package dev.understudy.codec.font.file;

import java.awt.FontFormatException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Splits the clear text of a Type 1 font into tokens.
 *
 * <p>Source: Adobe's "PostScript Language Reference", section 3.2, as far as fonts go.
 */
final class PostScriptScanner {

    private static final String DELIMITERS = "()<>[]{}/%";
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?([0-9]++(\\.[0-9]*+)?|\\.[0-9]++)([eE][+-]?[0-9]++)?|(8|16)#[0-9A-Fa-f]++");

    private final String text;
    private final List<PostScriptToken> tokens = new ArrayList<>();
    private int position;

    private PostScriptScanner(String text) {
        this.text = text;
    }

    /** The kinds of tokens. */
    enum Kind {
        /** A name that is looked up and executed. */
        OPERATOR,
        /** A name that begins with a slash, told without it. */
        LITERAL,
        NUMBER,
        STRING,
        /** One of the brackets and braces. */
        BRACKET
    }

    /** A token of the text; strings are empty, since what they say makes no difference. */
    record PostScriptToken(Kind kind, String text) {

        boolean is(Kind wanted, String word) {
            return kind == wanted && text.equals(word);
        }
    }

    /**
     * The tokens of a text.
     *
     * @throws FontFormatException when it is none of PostScript
     */
    static List<PostScriptToken> tokens(String text) throws FontFormatException {
        PostScriptScanner scanner = new PostScriptScanner(text);
        while (scanner.position < text.length()) {
            scanner.next();
        }
        return scanner.tokens;
    }

    private void next() throws FontFormatException {
        char c = text.charAt(position);
        if (c <= ' ') {
            position++;
        } else if (c == '%') {
            skipComment();
        } else if (c == '(') {
            skipString();
            tokens.add(new PostScriptToken(Kind.STRING, ""));
        } else if ("[]{}".indexOf(c) >= 0) {
            position++;
            tokens.add(new PostScriptToken(Kind.BRACKET, String.valueOf(c)));
        } else if (c == '/') {
            position++;
            tokens.add(new PostScriptToken(Kind.LITERAL, word()));
        } else {
            String word = word();
            tokens.add(new PostScriptToken(kind(word), word));
        }
    }

    private void skipComment() {
        while (position < text.length() && "\n\r\f".indexOf(text.charAt(position)) < 0) {
            position++;
        }
    }

    private void skipString() throws FontFormatException {
        int depth = 0;
        do {
            if (position >= text.length()) {
                throw damaged("a string does not end");
            }
            switch (text.charAt(position++)) {
                case '(' -> depth++;
                case ')' -> depth--;
                case '\\' -> position++;
                default -> {}
            }
        } while (depth > 0);
    }

    /** The characters up to the next delimiter; a delimiter where a word has to be is none of a font. */
    private String word() throws FontFormatException {
        int start = position;
        while (position < text.length()
                && text.charAt(position) > ' '
                && DELIMITERS.indexOf(text.charAt(position)) < 0) {
            if (text.charAt(position) > '~') {
                throw damaged("a name has characters that names do not have");
            }
            position++;
        }
        if (position == start) {
            throw damaged("a name is missing");
        }
        return text.substring(start, position);
    }

    private static Kind kind(String word) {
        return NUMBER.matcher(word).matches() ? Kind.NUMBER : Kind.OPERATOR;
    }

    private static FontFormatException damaged(String detail) {
        return new FontFormatException("what stands before its outlines is damaged: " + detail);
    }
}
