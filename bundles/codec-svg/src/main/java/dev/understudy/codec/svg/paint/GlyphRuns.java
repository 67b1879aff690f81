package dev.understudy.codec.svg.paint;

import dev.understudy.codec.svg.font.SvgFace;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Divides a chunk of a text into runs of one font, look and direction. */
final class GlyphRuns {

    private final String text;
    private final List<TextLetter> letters;
    private final Bidi bidi;
    private final Function<PaintScope, TextFace> faces;

    GlyphRuns(String text, List<TextLetter> letters, Bidi bidi, Function<PaintScope, TextFace> faces) {
        this.text = text;
        this.letters = letters;
        this.bidi = bidi;
        this.faces = faces;
    }

    /** The runs from left to right. */
    List<GlyphRun> inOrder() {
        List<GlyphRun> runs = new ArrayList<>();
        List<Integer> levels = new ArrayList<>();
        int start = 0;
        SvgFace face = face(0, null);
        for (int i = 1; i <= text.length(); i++) {
            SvgFace next = i == text.length() ? face : face(i, face);
            if (i == text.length() || next != face || divides(i)) {
                TextLetter first = letters.get(start);
                runs.add(new GlyphRun(
                        text.substring(start, i),
                        first,
                        faces.apply(first.scope()),
                        face,
                        bidi.getLevelAt(start) % 2 == 1));
                levels.add(bidi.getLevelAt(start));
                start = i;
                face = next;
            }
        }
        byte[] order = new byte[levels.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = levels.get(i).byteValue();
        }
        GlyphRun[] ordered = runs.toArray(GlyphRun[]::new);
        Bidi.reorderVisually(order, 0, ordered, 0, ordered.length);
        return List.of(ordered);
    }

    private boolean divides(int at) {
        TextLetter letter = letters.get(at);
        TextLetter before = letters.get(at - 1);
        return letter.isPlaced()
                || before.rotate() != 0
                || letter.scope() != before.scope()
                || bidi.getLevelAt(at) != bidi.getLevelAt(at - 1);
    }

    /** The face of a character; that of the one before for its second half, for marks and for blanks. */
    private SvgFace face(int at, @Nullable SvgFace before) {
        int character = text.codePointAt(at);
        boolean follows = Character.isLowSurrogate(text.charAt(at))
                || Character.getType(character) == Character.NON_SPACING_MARK
                || (before != null && Character.isSpaceChar(character) && before.has(character))
                || Character.getType(character) == Character.FORMAT;
        boolean same = follows
                && at > 0
                && letters.get(at).scope() == letters.get(at - 1).scope();
        return before != null && same
                ? before
                : faces.apply(letters.get(at).scope()).of(character);
    }
}
