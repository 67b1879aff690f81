package dev.understudy.tools.convert;

import java.io.PrintWriter;
import java.util.Locale;

/** A line on a terminal that shows how far the work has come. It says nothing where there is no terminal. */
final class ProgressLine {

    private static final int WIDTH = 40;
    private static final long PAUSE = 100_000_000;

    private final PrintWriter terminal;
    private final boolean shown;
    private final int files;
    private double done;
    private int ended;
    private long last = System.nanoTime() - PAUSE;

    /**
     * A line.
     *
     * @param shown whether there is a terminal
     * @param files how many files there are to do
     */
    ProgressLine(PrintWriter terminal, boolean shown, int files) {
        this.terminal = terminal;
        this.shown = shown;
        this.files = files;
    }

    /** A part of a file is done. */
    synchronized void add(double part) {
        done += part;
        if (System.nanoTime() - last >= PAUSE) {
            show();
        }
    }

    /** A file is done, in whatever way. */
    synchronized void end(double rest) {
        done += rest;
        ended++;
        show();
    }

    /** Prints a line above this one. */
    synchronized void print(PrintWriter out, String text) {
        clear();
        out.println(text);
        out.flush();
        show();
    }

    /** Takes the line away. */
    synchronized void clear() {
        if (shown) {
            terminal.print("\r\033[K");
            terminal.flush();
        }
    }

    private void show() {
        last = System.nanoTime();
        if (shown && ended < files) {
            double part = Math.min(1, done / files);
            int bars = (int) (WIDTH * part);
            terminal.print(String.format(
                    Locale.ROOT,
                    "\r\033[K[%s%s] %3d %%  %d of %d",
                    "#".repeat(bars),
                    " ".repeat(WIDTH - bars),
                    (int) (100 * part),
                    ended,
                    files));
            terminal.flush();
        }
    }
}
