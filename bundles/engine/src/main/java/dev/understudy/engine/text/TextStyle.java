package dev.understudy.engine.text;

import dev.understudy.image.Color;
import java.util.function.Consumer;

/**
 * The look of a run of characters.
 *
 * @param font {@code font::Name}; empty for the default font
 * @param size in points
 * @param bold the control word {@code b}
 * @param italic the control word {@code i}
 * @param underlined the {@code ul} control words
 * @param color the control word {@code cf}
 * @param rise how far it stands above the line, in points; negative for below
 * @param script whether it is set smaller, as super- or subscript
 * @param rightToLeft the control word {@code rtlch}
 * @param capitals how small letters are drawn
 * @param spacing the room that characters take
 * @param copyFit how far it may grow
 * @param sideways whether letters are turned with a line that runs from top to bottom; the control word {@code baselinedir}
 */
record TextStyle(
        String font,
        double size,
        boolean bold,
        boolean italic,
        boolean underlined,
        Color color,
        double rise,
        boolean script,
        boolean rightToLeft,
        Capitals capitals,
        CharacterSpacing spacing,
        CopyFit copyFit,
        boolean sideways) {

    /** 12 points, black; the default of the reference's page on basic character formatting. */
    static final TextStyle DEFAULT = new TextStyle(
            "",
            12,
            false,
            false,
            false,
            new Color(0, 0, 0, 255),
            0,
            false,
            false,
            Capitals.AS_WRITTEN,
            CharacterSpacing.DEFAULT,
            CopyFit.NONE,
            false);

    /** The size of small capitals, as Photoshop has it. */
    private static final double SMALL_CAPITAL = 0.7;

    TextStyle withFont(String value) {
        return changed(draft -> draft.font = value);
    }

    TextStyle withSize(double value) {
        return changed(draft -> draft.size = value);
    }

    TextStyle withBold(boolean value) {
        return changed(draft -> draft.bold = value);
    }

    TextStyle withItalic(boolean value) {
        return changed(draft -> draft.italic = value);
    }

    TextStyle withUnderlined(boolean value) {
        return changed(draft -> draft.underlined = value);
    }

    TextStyle withColor(Color value) {
        return changed(draft -> draft.color = value);
    }

    /** Raised, or lowered when negative, by so many points. */
    TextStyle raised(double value) {
        return changed(draft -> {
            draft.rise = value;
            draft.script = false;
        });
    }

    /** Set smaller, above or below the line. */
    TextStyle scripted(boolean above) {
        return changed(draft -> {
            draft.rise = size * (above ? 0.35 : -0.15);
            draft.script = true;
        });
    }

    TextStyle withRightToLeft(boolean value) {
        return changed(draft -> draft.rightToLeft = value);
    }

    TextStyle withCapitals(Capitals value) {
        return changed(draft -> draft.capitals = value);
    }

    TextStyle withSpacing(CharacterSpacing value) {
        return changed(draft -> draft.spacing = value);
    }

    TextStyle withCopyFit(CopyFit value) {
        return changed(draft -> draft.copyFit = value);
    }

    TextStyle withSideways(boolean value) {
        return changed(draft -> draft.sideways = value);
    }

    /** The style of a small capital among letters of this style. */
    TextStyle smallCapital() {
        return withSize(size * SMALL_CAPITAL).withCopyFit(copyFit.withLargest(copyFit.largest() * SMALL_CAPITAL));
    }

    /** Whether it grows to fill its box. */
    boolean grows() {
        return copyFit.largest() > size;
    }

    /**
     * As large as it is when text has grown.
     *
     * @param growth 0 for the size that is written, 1 for the largest one
     */
    TextStyle grown(double growth) {
        if (!grows()) {
            return this;
        }
        double grown = size + (copyFit.largest() - size) * growth;
        return changed(draft -> {
            draft.size = grown;
            draft.rise = script ? rise * grown / size : rise;
        });
    }

    private TextStyle changed(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.style();
    }

    /** A style that is being changed; what its components are is said there. */
    private static final class Draft {

        private String font;
        private double size;
        private boolean bold;
        private boolean italic;
        private boolean underlined;
        private Color color;
        private double rise;
        private boolean script;
        private boolean rightToLeft;
        private Capitals capitals;
        private CharacterSpacing spacing;
        private CopyFit copyFit;
        private boolean sideways;

        Draft(TextStyle style) {
            font = style.font;
            size = style.size;
            bold = style.bold;
            italic = style.italic;
            underlined = style.underlined;
            color = style.color;
            rise = style.rise;
            script = style.script;
            rightToLeft = style.rightToLeft;
            capitals = style.capitals;
            spacing = style.spacing;
            copyFit = style.copyFit;
            sideways = style.sideways;
        }

        TextStyle style() {
            return new TextStyle(
                    font,
                    size,
                    bold,
                    italic,
                    underlined,
                    color,
                    rise,
                    script,
                    rightToLeft,
                    capitals,
                    spacing,
                    copyFit,
                    sideways);
        }
    }
}
