package dev.understudy.engine.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Puts the characters of RTF together, to runs of one look and to lines. */
final class RtfLines {

    private final List<TextDocument.Line> lines = new ArrayList<>();
    private final List<TextDocument.Run> runs = new ArrayList<>();
    private final StringBuilder run = new StringBuilder();
    private TextStyle runStyle = TextStyle.DEFAULT;
    private boolean begins = true;

    /** Of the last character: a last line that nothing breaks is set as that, though its group has ended. */
    private RtfState lastState = RtfState.START;

    void append(char character, RtfState state) {
        lastState = state;
        if (!runStyle.equals(state.style())) {
            endRun();
        }
        runStyle = state.style();
        run.append(character);
    }

    /** Ends a line, and perhaps its paragraph. */
    void breakLine(RtfState state, boolean ends) {
        endRun();
        lines.add(new TextDocument.Line(runs, state.paragraph(), state.style(), begins, ends));
        runs.clear();
        begins = ends;
    }

    /** All lines; the last one is ended. */
    List<TextDocument.Line> end(RtfState state) {
        boolean isEmpty = run.isEmpty() && runs.isEmpty();
        breakLine(isEmpty ? state : lastState, true);
        return lines;
    }

    private void endRun() {
        String text = run.toString();
        run.setLength(0);
        switch (runStyle.capitals()) {
            case AS_WRITTEN -> add(text, runStyle);
            case ALL -> add(text.toUpperCase(Locale.ROOT), runStyle);
            case SMALL -> addSmallCapitals(text);
        }
    }

    private void addSmallCapitals(String text) {
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            if (i > start && isSmall(text.charAt(i)) != isSmall(text.charAt(start))) {
                addSmallCapitals(text.substring(start, i), isSmall(text.charAt(start)));
                start = i;
            }
        }
        if (start < text.length()) {
            addSmallCapitals(text.substring(start), isSmall(text.charAt(start)));
        }
    }

    private void addSmallCapitals(String text, boolean small) {
        add(small ? text.toUpperCase(Locale.ROOT) : text, small ? runStyle.smallCapital() : runStyle);
    }

    private static boolean isSmall(char character) {
        return Character.isLowerCase(character);
    }

    private void add(String text, TextStyle style) {
        if (!text.isEmpty()) {
            runs.add(new TextDocument.Run(text, style));
        }
    }
}
