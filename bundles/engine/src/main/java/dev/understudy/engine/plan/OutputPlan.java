package dev.understudy.engine.plan;

/**
 * The format of the reply and its options.
 *
 * @param format the name of one of the encoders' formats
 * @param channels what of the view is written
 * @param colors the colors that are written
 * @param compression the name of one of the format's compressions, {@code fmt=webp,,lossless}
 * @param quality 1..100
 * @param fullChroma second value of {@code qlt=}
 * @param resolution {@code printRes=}, pixels an inch, 0 for none
 * @param notes what it carries of the notes in the image of layer 0
 * @param settings what else is asked of the encoder
 */
public record OutputPlan(
        String format,
        Channels channels,
        OutputColors colors,
        String compression,
        int quality,
        boolean fullChroma,
        double resolution,
        EmbeddedNotes notes,
        EncoderSettings settings) {

    /** The part of a view's samples that is written. */
    public enum Channels {
        /** The colors; the view lies on its background color. */
        COLOR,
        /** The colors and how transparent they are, {@code fmt=*-alpha}. */
        COLOR_AND_ALPHA,
        /** Only how transparent they are, white for opaque, {@code req=mask}. */
        ALPHA
    }

    /** An output without notes. */
    public OutputPlan(
            String format,
            Channels channels,
            OutputColors colors,
            String compression,
            int quality,
            boolean fullChroma,
            double resolution) {
        this(
                format,
                channels,
                colors,
                compression,
                quality,
                fullChroma,
                resolution,
                EmbeddedNotes.NONE,
                EncoderSettings.USUAL);
    }

    public OutputPlan {
        resolution += 0.0;
    }

    /** The same output of other colors. */
    public OutputPlan with(OutputColors newColors) {
        return new OutputPlan(
                format, channels, newColors, compression, quality, fullChroma, resolution, notes, settings);
    }
}
