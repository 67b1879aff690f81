package dev.understudy.codec.svg.document;

/** What an image has and is not drawn here; the message names it, and the line where it stands. */
public final class SvgRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int MOST_SHOWN = 60;

    private SvgRefusal(String message) {
        super(message, null, false, false);
    }

    /** A refusal of something about an element. */
    public static SvgRefusal of(SvgElement element, String what) {
        return new SvgRefusal(located(element, what));
    }

    /** What is said of an element, with its name and line. */
    static String located(SvgElement element, String what) {
        return what + " (<" + element.name() + ">, line " + element.line() + ")";
    }

    /** A refusal of the document as a whole. */
    public static SvgRefusal of(String what) {
        return new SvgRefusal(what);
    }

    /** A refusal of a value of an attribute or property. */
    public static SvgRefusal ofValue(SvgElement element, String name, String value) {
        return of(element, "'" + shortened(value) + "' as a value of " + name);
    }

    private static String shortened(String value) {
        String plain = value.strip().replaceAll("\\s+", " ");
        return plain.length() <= MOST_SHOWN ? plain : plain.substring(0, MOST_SHOWN) + "…";
    }
}
