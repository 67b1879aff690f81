package dev.understudy.engine.text;

import dev.understudy.codec.font.BlankCharacters;
import dev.understudy.codec.font.LoadedFont;
import dev.understudy.failure.ServeException;
import java.awt.Font;
import java.text.BreakIterator;
import java.text.StringCharacterIterator;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fonts that characters of one style can be set in, best first; each is loaded when those before it do not do. */
final class FontChoice {

    private final TextFontResolver fonts;
    private final TextStyle style;
    private final List<FontFamily> candidates;
    private final List<LoadedFace> loaded = new ArrayList<>();
    private int tried;

    FontChoice(TextFontResolver fonts, TextStyle style, List<FontFamily> candidates) {
        this.fonts = fonts;
        this.style = style;
        this.candidates = candidates;
    }

    /**
     * Characters in one font.
     *
     * @param font in the style that is wanted
     * @param loaded what it is made from
     * @param slanted whether the style wants italics that the font does not have
     * @param end behind the last of them
     */
    record FontRun(Font font, LoadedFont loaded, boolean slanted, int start, int end) {}

    /** A font in the style of the choice. */
    private record LoadedFace(Font font, boolean slanted, LoadedFont loaded) {

        private FontRun run(int start, int end) {
            return new FontRun(font, loaded, slanted, start, end);
        }
    }

    /** A part of a text in one face. */
    private record FaceRun(LoadedFace face, int start, int end) {}

    /**
     * The fonts of a part of a text, which has one character at least.
     *
     * @param topToBottom whether letters have other glyphs, where fonts have such
     * @throws ServeException {@code font.corrupt} or {@code request.unsupported} when the font of a character cannot draw it
     */
    List<FontRun> runs(String text, int start, int end, boolean topToBottom) throws ServeException {
        while (true) {
            List<FaceRun> runs = faceRuns(text, start, end);
            if (areDrawn(runs, text, topToBottom)) {
                return runs.stream()
                        .map(run -> run.face().run(run.start(), run.end()))
                        .toList();
            }
        }
    }

    /** Whether the fonts draw all characters; one that does not, and need not, is left out from now on. */
    private boolean areDrawn(List<FaceRun> runs, String text, boolean topToBottom) throws ServeException {
        for (FaceRun run : runs) {
            try {
                run.face()
                        .loaded()
                        .check()
                        .require(
                                text,
                                run.start(),
                                run.end(),
                                character -> topToBottom && VerticalLetters.mayHaveForm(character));
            } catch (ServeException e) {
                if (fonts.required()) {
                    throw e;
                }
                loaded.remove(run.face());
                return false;
            }
        }
        return true;
    }

    private List<FaceRun> faceRuns(String text, int start, int end) throws ServeException {
        LoadedFace first = first();
        if (first.font().canDisplayUpTo(new StringCharacterIterator(text), start, end) < 0) {
            return List.of(new FaceRun(first, start, end));
        }
        List<FaceRun> stretches = new ArrayList<>();
        BreakIterator characters = BreakIterators.ofCharacters(text.substring(start, end));
        LoadedFace face = first;
        int from = start;
        int at = start;
        for (int next = characters.next(); next != BreakIterator.DONE; next = characters.next()) {
            LoadedFace suits = face(text.substring(at, start + next), face);
            if (suits != face && at > from) {
                stretches.add(new FaceRun(face, from, at));
                from = at;
            }
            face = suits;
            at = start + next;
        }
        stretches.add(new FaceRun(face, from, end));
        return stretches;
    }

    /** The font of one character with its marks; where it shows nothing, that of the characters before. */
    private LoadedFace face(String character, LoadedFace before) throws ServeException {
        boolean blank = character.codePoints().allMatch(BlankCharacters::isBlank);
        if (blank && hasAll(before, character)) {
            return before;
        }
        LoadedFace whole = find(character);
        if (whole != null) {
            return whole;
        }
        // at least the letter, if not its marks
        LoadedFace letter = find(character.substring(0, character.offsetByCodePoints(0, 1)));
        return letter == null ? first() : letter;
    }

    private @Nullable LoadedFace find(String characters) throws ServeException {
        for (int i = 0; i < loaded.size() || loadNext(); i++) {
            if (hasAll(loaded.get(i), characters)) {
                return loaded.get(i);
            }
        }
        return null;
    }

    private LoadedFace first() throws ServeException {
        if (loaded.isEmpty() && !loadNext()) {
            throw new IllegalStateException("no font at all");
        }
        return loaded.get(0);
    }

    private boolean loadNext() throws ServeException {
        int before = loaded.size();
        while (tried < candidates.size() && loaded.size() == before) {
            FontFamily family = candidates.get(tried);
            FontFamily.Face face = fonts.face(family, style, tried == 0);
            tried++;
            LoadedFont font = fonts.load(family, face);
            if (font != null) {
                boolean slanted = style.italic() && !face.italic();
                loaded.add(new LoadedFace(FontFamily.styled(font, face, style), slanted, font));
            }
        }
        return loaded.size() > before;
    }

    private static boolean hasAll(LoadedFace face, String characters) {
        return characters
                .codePoints()
                .allMatch(c -> BlankCharacters.isIgnorable(c) || face.font().canDisplay(c));
    }
}
