package dev.understudy.engine.text;

import dev.understudy.engine.plan.TextDialect;
import dev.understudy.image.Color;
import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads plain text and RTF. What it does not know it passes over, as RTF wants it, and names it; nothing is an error.
 *
 * <p>Source: the reference's pages on supported RTF commands and keywords.
 */
final class RtfReader {

    private static final Pattern LINE_BREAK = Pattern.compile("\\R");

    /** Fonts have no glyphs for these, and would show that. */
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}", Pattern.UNICODE_CHARACTER_CLASS);

    private static final int MOST_IGNORED = 8;
    private static final int LONGEST_WORD = 20;

    private final RtfScanner scanner;
    private final TextDialect dialect;
    private final boolean onPath;
    private final Deque<RtfState> groups = new ArrayDeque<>();
    private final RtfLines lines = new RtfLines();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Set<String> ignored = new LinkedHashSet<>();
    private RtfTables tables;
    private Align vertical = Align.START;
    private BoxMargins margins = BoxMargins.NONE;
    private boolean topToBottom;
    private RtfState state = RtfState.START;
    private int toSkip;

    private RtfReader(String text, TextDialect dialect, List<Color> colors, boolean onPath) {
        this.onPath = onPath;
        scanner = new RtfScanner(text);
        tables = RtfTables.of(colors);
        this.dialect = dialect;
    }

    /** The document of a text. */
    static TextDocument read(String text, TextDialect dialect, List<Color> colors) {
        return Rtf.isFormatted(text) ? new RtfReader(text, dialect, colors, false).read() : plain(text);
    }

    /**
     * The control words of a text that do nothing in it, each once, without backslashes; not all if there are many.
     *
     * @param onPath whether the text runs along a path, where words for boxes do nothing
     */
    static Set<String> ignored(String text, TextDialect dialect, boolean onPath) {
        if (!Rtf.isFormatted(text)) {
            return Set.of();
        }
        RtfReader reader = new RtfReader(text, dialect, List.of(), onPath);
        reader.read();
        return reader.ignored;
    }

    private static TextDocument plain(String text) {
        return new TextDocument(
                Arrays.stream(LINE_BREAK.split(text, -1))
                        .map(RtfReader::plainLine)
                        .toList(),
                Align.START,
                BoxMargins.NONE,
                false);
    }

    private static TextDocument.Line plainLine(String text) {
        String printable = CONTROL.matcher(text.replace('\t', ' ')).replaceAll("");
        List<TextDocument.Run> runs =
                printable.isEmpty() ? List.of() : List.of(new TextDocument.Run(printable, TextStyle.DEFAULT));
        return new TextDocument.Line(runs, ParagraphStyle.DEFAULT, TextStyle.DEFAULT, true, true);
    }

    private TextDocument read() {
        while (scanner.next()) {
            if (scanner.kind() != RtfScanner.Kind.BYTE) {
                decodeBytes();
            }
            switch (scanner.kind()) {
                case OPEN -> groups.push(state);
                case CLOSE -> close();
                case CHARACTER -> character(scanner.character());
                case BYTE -> bytes(scanner.number());
                case WORD -> word(scanner.word());
                case IGNORABLE -> destination();
            }
        }
        decodeBytes();
        return new TextDocument(lines.end(state), vertical, margins, topToBottom);
    }

    private void close() {
        if (!groups.isEmpty()) {
            state = groups.pop();
        }
    }

    /** A group that who does not know it passes over. */
    private void destination() {
        if (!scanner.isNext("iscolortbl")) {
            scanner.skipGroup();
        }
    }

    private void character(char character) {
        if (toSkip > 0) {
            toSkip--;
            return;
        }
        append(character);
    }

    private void bytes(int next) {
        if (toSkip > 0) {
            toSkip--;
        } else {
            bytes.write(next);
        }
    }

    /** Several together, since two of them can be one character. */
    private void decodeBytes() {
        if (bytes.size() > 0) {
            bytes.toString(state.charset()).chars().forEach(c -> append((char) c));
            bytes.reset();
        }
    }

    private void append(char character) {
        if (!Character.isISOControl(character)) {
            lines.append(character, state);
        }
    }

    private void word(String name) {
        toSkip = 0;
        RtfWord word = RtfWords.of(name);
        if (word == null || !word.works(dialect, scanner.number())) {
            passOver(name);
            return;
        }
        if (onPath && RtfWords.isOfBoxes(name, scanner.number())) {
            ignore(name);
        }
        switch (word.page()) {
            case DOCUMENT -> document(name);
            case ENTITIES -> lines.breakLine(state, name.equals("par"));
            case OURS -> sign(name);
            default -> {}
        }
        if (name.equals("u")) {
            append((char) scanner.number());
            toSkip = state.unicodeSkip();
        }
        state = word.effect().apply(state, new RtfWord.Argument(scanner.number(), scanner.hasNumber(), tables));
    }

    private void passOver(String name) {
        if (!RtfWords.isHarmless(name)) {
            ignore(name);
        }
        if (RtfWords.isDestination(name)) {
            scanner.skipGroup();
        }
    }

    private void ignore(String name) {
        if (ignored.size() < MOST_IGNORED) {
            ignored.add(name.length() > LONGEST_WORD ? name.substring(0, LONGEST_WORD) : name);
        }
    }

    private void document(String name) {
        double length = new RtfWord.Argument(scanner.number(), true, tables).points();
        switch (name) {
            case "fonttbl" -> tables = tables.withFonts(RtfFontTable.read(scanner.takeGroup(), state.charset()));
            case "colortbl" -> tables = tables.withRgb(RtfColorTable.rgb(scanner.takeGroup()));
            case "cmykcolortbl" -> tables = tables.withCmyk(RtfColorTable.cmyk(scanner.takeGroup()));
            case "iscolortbl" -> scanner.skipGroup();
            case "margl" -> margins = margins.withLeft(length);
            case "margr" -> margins = margins.withRight(length);
            case "margt" -> margins = margins.withTop(length);
            case "margb" -> margins = margins.withBottom(length);
            case "stextflow" -> topToBottom = scanner.number() == 1;
            case "vertalt" -> vertical = Align.START;
            case "vertalc" -> vertical = Align.CENTER;
            case "vertalb" -> vertical = Align.END;
            default -> {}
        }
    }

    private void sign(String name) {
        switch (name) {
            case "tab" -> append(' ');
            case "emdash" -> append('\u2014');
            case "endash" -> append('\u2013');
            case "bullet" -> append('\u2022');
            case "lquote" -> append('\u2018');
            case "rquote" -> append('\u2019');
            case "ldblquote" -> append('\u201c');
            case "rdblquote" -> append('\u201d');
            default -> {}
        }
    }
}
