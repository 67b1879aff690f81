package dev.understudy.engine.text;

/**
 * The room that characters take.
 *
 * @param tracking what is added behind each, in points
 * @param kerningFrom the size in points above which pairs of letters are kerned; 0 for never
 * @param optical whether they are kerned by their shapes; else by the pairs of their font
 * @param scaleX how wide they are, 1 for as the font has them
 * @param scaleY how high they are
 */
record CharacterSpacing(double tracking, double kerningFrom, boolean optical, double scaleX, double scaleY) {

    /** Kerned, and as the font has them. */
    static final CharacterSpacing DEFAULT = new CharacterSpacing(0, 0.5, false, 1, 1);

    CharacterSpacing withTracking(double value) {
        return new CharacterSpacing(value, kerningFrom, optical, scaleX, scaleY);
    }

    CharacterSpacing withKerningFrom(double value) {
        return new CharacterSpacing(tracking, value, optical, scaleX, scaleY);
    }

    CharacterSpacing withOptical(boolean value) {
        return new CharacterSpacing(tracking, kerningFrom, value, scaleX, scaleY);
    }

    CharacterSpacing withScaleX(double value) {
        return new CharacterSpacing(tracking, kerningFrom, optical, value, scaleY);
    }

    CharacterSpacing withScaleY(double value) {
        return new CharacterSpacing(tracking, kerningFrom, optical, scaleX, value);
    }

    /** Whether characters of a size are kerned. */
    boolean isKerned(double size) {
        return kerningFrom > 0 && size > kerningFrom;
    }
}
