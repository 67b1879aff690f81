package dev.understudy.codec.avif.box;

/** What an auxiliary image is for. */
final class AuxiliaryType {

    /** Opacity, as AVIF names it. */
    static final String ALPHA = "urn:mpeg:mpegB:cicp:systems:auxiliary:alpha";

    /** Opacity, as HEIF named it at first. */
    private static final String ALPHA_OF_HEVC = "urn:mpeg:hevc:2015:auxid:1";

    private AuxiliaryType() {}

    static boolean isAlpha(String type) {
        return type.equals(ALPHA) || type.equals(ALPHA_OF_HEVC);
    }
}
