package dev.understudy.codec.svg.document;

/** Damage in what stands in a document, such as an image or a font; the message says where. */
public final class SvgDamage extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private SvgDamage(String message) {
        super(message, null, false, false);
    }

    /** Damage in something of an element. */
    public static SvgDamage of(SvgElement element, String what) {
        return new SvgDamage(SvgRefusal.located(element, what));
    }
}
