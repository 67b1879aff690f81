package dev.understudy.engine.text;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads plain text and the part of RTF that templates use. Whatever else stands there is passed over, as RTF wants it;
 * nothing is an error.
 *
 * <p>Source: the reference's pages on supported RTF commands and keywords.
 */
final class RtfReader {

    private static final Pattern LINE_BREAK = Pattern.compile("\\R");

    /** Fonts have no glyphs for these, and would show that. */
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}", Pattern.UNICODE_CHARACTER_CLASS);

    private final RtfScanner scanner;
    private final Deque<RtfState> groups = new ArrayDeque<>();
    private final List<TextDocument.Line> lines = new ArrayList<>();
    private final List<TextDocument.Run> runs = new ArrayList<>();
    private final StringBuilder run = new StringBuilder();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private RtfState.DocumentTables tables = RtfState.DocumentTables.EMPTY;
    private Align vertical = Align.START;
    private RtfState state = RtfState.START;

    /** Of the last character: a last line that nothing breaks is set as that, though its group has ended. */
    private RtfState lastState = RtfState.START;

    private TextStyle runStyle = TextStyle.DEFAULT;
    private int toSkip;

    private RtfReader(String text) {
        scanner = new RtfScanner(text);
    }

    /** The document of a text. */
    static TextDocument read(String text) {
        return Rtf.isFormatted(text) ? new RtfReader(text).read() : plain(text);
    }

    private static TextDocument plain(String text) {
        return new TextDocument(
                Arrays.stream(LINE_BREAK.split(text, -1))
                        .map(RtfReader::plainLine)
                        .toList(),
                Align.START);
    }

    private static TextDocument.Line plainLine(String text) {
        String printable = CONTROL.matcher(text.replace('\t', ' ')).replaceAll("");
        List<TextDocument.Run> runs =
                printable.isEmpty() ? List.of() : List.of(new TextDocument.Run(printable, TextStyle.DEFAULT));
        return new TextDocument.Line(runs, Align.START, TextStyle.DEFAULT);
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
                case WORD -> word(scanner.word(), scanner.number(), scanner.hasNumber());
                case IGNORABLE -> scanner.skipGroup();
            }
        }
        decodeBytes();
        if (!run.isEmpty() || !runs.isEmpty()) {
            state = lastState;
        }
        breakLine();
        return new TextDocument(lines, vertical);
    }

    private void close() {
        if (!groups.isEmpty()) {
            state = groups.pop();
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
        if (Character.isISOControl(character)) {
            return;
        }
        lastState = state;
        if (!runStyle.equals(state.style())) {
            endRun();
        }
        runStyle = state.style();
        run.append(character);
    }

    private void endRun() {
        if (!run.isEmpty()) {
            runs.add(new TextDocument.Run(run.toString(), runStyle));
            run.setLength(0);
        }
    }

    private void breakLine() {
        endRun();
        lines.add(new TextDocument.Line(runs, state.align(), state.style()));
        runs.clear();
    }

    private void word(String word, int number, boolean numbered) {
        toSkip = 0;
        switch (word) {
            case "stylesheet", "info", "pict", "generator" -> scanner.skipGroup();
            case "fonttbl" ->
                tables = new RtfState.DocumentTables(tables.colors(), RtfFontTable.read(scanner.takeGroup()));
            case "colortbl" ->
                tables = new RtfState.DocumentTables(RtfColorTable.rgb(scanner.takeGroup()), tables.fonts());
            case "cmykcolortbl" ->
                tables = new RtfState.DocumentTables(RtfColorTable.cmyk(scanner.takeGroup()), tables.fonts());
            case "par", "line" -> breakLine();
            case "tab" -> append(' ');
            case "u" -> unicode(number);
            case "vertalt" -> vertical = Align.START;
            case "vertalc" -> vertical = Align.CENTER;
            case "vertalb" -> vertical = Align.END;
            case "emdash" -> append('\u2014');
            case "endash" -> append('\u2013');
            case "bullet" -> append('\u2022');
            case "lquote" -> append('\u2018');
            case "rquote" -> append('\u2019');
            case "ldblquote" -> append('\u201c');
            case "rdblquote" -> append('\u201d');
            default -> state = state.after(word, number, numbered, tables);
        }
    }

    private void unicode(int number) {
        append((char) number);
        toSkip = state.unicodeSkip();
    }
}
