package dev.understudy.engine.plan;

/**
 * How the reply is written.
 *
 * @param format the encoder's name: jpeg, png, gif, tiff, webp
 * @param alpha whether transparency is kept ({@code fmt=*-alpha}); else the view lies on its background colour
 * @param gray whether it is turned gray ({@code fmt=…,gray})
 * @param progressive {@code fmt=pjpeg}
 * @param lossless {@code fmt=webp,,lossless}
 * @param quality 1..100
 * @param fullChroma second value of {@code qlt=}
 * @param resolution {@code printRes=}, pixels an inch, 0 for none
 */
public record OutputPlan(
        String format,
        boolean alpha,
        boolean gray,
        boolean progressive,
        boolean lossless,
        int quality,
        boolean fullChroma,
        double resolution) {

    public OutputPlan {
        resolution += 0.0;
    }
}
