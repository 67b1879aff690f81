package dev.understudy.engine.plan;

import dev.understudy.image.Color;

/** The foreground of a layer. */
public sealed interface LayerContent {

    /** An image from a file. */
    record Image(ImageFile source) implements LayerContent {}

    /** One color; its size is that of the mask, else the layer's {@code size}. */
    record Solid(Color color) implements LayerContent {}

    /**
     * Text, drawn into the layer's {@code size} or as large as it comes out.
     *
     * @param text plain text or RTF
     * @param attributes how it is set
     * @param fonts what its catalog says about fonts
     * @param shape where its lines run
     */
    record Text(String text, TextAttributes attributes, TextFonts fonts, TextShape shape) implements LayerContent {

        /** Text in its box. */
        public Text(String text, TextAttributes attributes, TextFonts fonts) {
            this(text, attributes, fonts, TextShape.BOX);
        }

        /** Text in built-in fonts. */
        public Text(String text, TextAttributes attributes) {
            this(text, attributes, TextFonts.BUILT_IN);
        }

        /** Text in built-in fonts that is made smaller when it does not fit. */
        public Text(String text) {
            this(text, TextAttributes.FITTED);
        }
    }

    /** The image of a nested request; its output settings do not matter. */
    record Nested(ImagePlan plan) implements LayerContent {}
}
