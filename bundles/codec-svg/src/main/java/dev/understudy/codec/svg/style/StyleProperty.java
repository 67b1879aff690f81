package dev.understudy.codec.svg.style;

import java.util.Locale;

/** The properties that are drawn: what they are where nothing is said, and whether they are inherited. */
public enum StyleProperty {
    BASELINE_SHIFT("baseline", false),
    CLIP_PATH("none", false),
    CLIP_RULE("nonzero", true),
    COLOR("black", true),
    DIRECTION("ltr", true),
    DISPLAY("inline", false),
    DOMINANT_BASELINE("auto", true),
    FILL("black", true),
    FILL_OPACITY("1", true),
    FILL_RULE("nonzero", true),
    FILTER("none", false),
    FONT_FAMILY("sans-serif", true),
    FONT_SIZE("medium", true),
    FONT_STRETCH("normal", true),
    FONT_STYLE("normal", true),
    FONT_VARIANT("normal", true),
    FONT_WEIGHT("normal", true),
    IMAGE_RENDERING("auto", true),
    LETTER_SPACING("normal", true),
    MARKER_END("none", true),
    MARKER_MID("none", true),
    MARKER_START("none", true),
    MASK("none", false),
    MASK_TYPE("luminance", false),
    OPACITY("1", false),
    OVERFLOW("hidden", false),
    PAINT_ORDER("normal", true),
    SHAPE_RENDERING("auto", true),
    STOP_COLOR("black", false),
    STOP_OPACITY("1", false),
    STROKE("none", true),
    STROKE_DASHARRAY("none", true),
    STROKE_DASHOFFSET("0", true),
    STROKE_LINECAP("butt", true),
    STROKE_LINEJOIN("miter", true),
    STROKE_MITERLIMIT("4", true),
    STROKE_OPACITY("1", true),
    STROKE_WIDTH("1", true),
    TEXT_ANCHOR("start", true),
    TEXT_DECORATION("none", false),
    TEXT_TRANSFORM("none", true),
    TRANSFORM("none", false),
    TRANSFORM_ORIGIN("0 0", false),
    UNICODE_BIDI("normal", false),
    VECTOR_EFFECT("none", false),
    VISIBILITY("visible", true),
    WHITE_SPACE("normal", true),
    WORD_SPACING("normal", true),
    WRITING_MODE("horizontal-tb", true);

    private final String text = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final String initial;
    private final boolean inherited;

    StyleProperty(String initial, boolean inherited) {
        this.initial = initial;
        this.inherited = inherited;
    }

    /** The name as files have it. */
    public String text() {
        return text;
    }

    String initial() {
        return initial;
    }

    boolean inherited() {
        return inherited;
    }
}
