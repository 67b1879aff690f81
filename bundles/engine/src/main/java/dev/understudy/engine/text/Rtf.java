package dev.understudy.engine.text;

import dev.understudy.engine.plan.TextDialect;
import dev.understudy.engine.syntax.Colors;
import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Color;
import java.util.ArrayList;
import java.util.List;

/** Tells RTF from plain text, and writes plain text as RTF. */
public final class Rtf {

    private Rtf() {}

    /** Whether a text is read as RTF. */
    public static boolean isFormatted(String text) {
        return text.indexOf('\\') >= 0 || text.indexOf('{') >= 0;
    }

    /**
     * The control words of a text that do nothing in it, each once, with their backslashes; not all if there are many.
     *
     * @param dialect the command that the text comes from
     * @param onPath whether the text runs along a path
     */
    public static List<String> ignoredWords(String text, TextDialect dialect, boolean onPath) {
        return RtfReader.ignored(text, dialect, onPath).stream()
                .map(word -> "\\" + word)
                .toList();
    }

    /**
     * The colors of the table {@code iscolortbl} of a text of {@code textPs=}; black for an entry without a color.
     *
     * @throws ServeException when an entry is no color
     */
    public static List<Color> colors(String text) throws ServeException {
        List<Color> colors = new ArrayList<>();
        RtfScanner scanner = new RtfScanner(text);
        while (scanner.next()) {
            if (scanner.kind() == RtfScanner.Kind.WORD && scanner.word().equals("iscolortbl")) {
                colors = table(scanner.takeGroup());
            }
        }
        return colors;
    }

    private static List<Color> table(String group) throws ServeException {
        List<Color> colors = new ArrayList<>();
        for (int start = 0, end = group.indexOf(';'); end >= 0; end = group.indexOf(';', start)) {
            colors.add(color(group.substring(start, end).strip()));
            start = end + 1;
        }
        return colors;
    }

    private static Color color(String text) throws ServeException {
        try {
            return text.isEmpty() ? RtfColorTable.BLACK : Colors.parse(text);
        } catch (IllegalArgumentException e) {
            throw new ServeException(new Failure.InvalidParameter(
                    "textPs", text, "in iscolortbl, colors as color= has them, each with a semicolon behind it"));
        }
    }

    /**
     * RTF that comes out as the text is, whatever stands in it, in the formatting that is in force where it is put. It is a
     * group of its own, so that no control word before it takes it for its own end.
     */
    public static String literal(String text) {
        StringBuilder out = new StringBuilder(text.length() + 2).append('{');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\', '{', '}' -> out.append('\\').append(c);
                case '\n' -> out.append("\\line ");
                case '\r' -> {}
                default -> out.append(c);
            }
        }
        return out.append('}').toString();
    }
}
