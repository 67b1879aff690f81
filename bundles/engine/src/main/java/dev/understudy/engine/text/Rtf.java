package dev.understudy.engine.text;

/** Tells RTF from plain text, and writes plain text as RTF. */
public final class Rtf {

    private Rtf() {}

    /** Whether a text is read as RTF. */
    public static boolean isFormatted(String text) {
        return text.indexOf('\\') >= 0 || text.indexOf('{') >= 0;
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
