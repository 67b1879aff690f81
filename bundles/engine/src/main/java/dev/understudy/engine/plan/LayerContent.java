package dev.understudy.engine.plan;

import dev.understudy.image.Color;
import java.util.List;

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
     * @param dialect the command that it comes from
     * @param colors those that its RTF lists as colors of commands are written
     * @param attributes how it is set
     * @param fonts what its catalog says about fonts
     * @param shape where its lines run
     */
    record Text(
            String text,
            TextDialect dialect,
            List<Color> colors,
            TextAttributes attributes,
            TextFonts fonts,
            TextShape shape)
            implements LayerContent {

        public Text {
            colors = List.copyOf(colors);
        }

        /** Text of {@code text=} in its box. */
        public Text(String text, TextAttributes attributes, TextFonts fonts) {
            this(text, TextDialect.TEXT, List.of(), attributes, fonts, TextShape.BOX);
        }

        /** Text in built-in fonts. */
        public Text(String text, TextAttributes attributes) {
            this(text, attributes, TextFonts.BUILT_IN);
        }

        /** Text in built-in fonts that is made smaller when it does not fit. */
        public Text(String text) {
            this(text, TextAttributes.FITTED);
        }

        /** The same text in other colors. */
        public Text withColors(List<Color> others) {
            return new Text(text, dialect, others, attributes, fonts, shape);
        }

        /** The same text in a box, wherever its lines run. */
        public Text boxed() {
            return new Text(text, dialect, colors, attributes, fonts, TextShape.BOX);
        }

        /** The same text, set in another way. */
        public Text with(TextAttributes otherAttributes, TextFonts otherFonts) {
            return new Text(text, dialect, colors, otherAttributes, otherFonts, shape);
        }
    }

    /** The image of a nested request; its output settings do not matter. */
    record Nested(ImagePlan plan) implements LayerContent {}
}
