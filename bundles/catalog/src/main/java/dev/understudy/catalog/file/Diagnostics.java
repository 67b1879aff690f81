package dev.understudy.catalog.file;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong in a file; of very many warnings, the first ones. */
public final class Diagnostics {

    private static final int MAX_WARNINGS = 25;

    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private int warnings;

    /** Notes something that is left out. */
    public void warn(int line, String message) {
        if (++warnings <= MAX_WARNINGS) {
            diagnostics.add(new Diagnostic(line, message, false));
        }
    }

    /** Notes something that makes the file unusable. */
    public void fatal(int line, String message) {
        add(new Diagnostic(line, message, true));
    }

    /** Notes a finding as it is. */
    public void add(Diagnostic diagnostic) {
        diagnostics.add(diagnostic);
    }

    /** All that was noted. */
    public List<Diagnostic> list() {
        List<Diagnostic> all = new ArrayList<>(diagnostics);
        if (warnings > MAX_WARNINGS) {
            all.add(new Diagnostic(0, (warnings - MAX_WARNINGS) + " more of the kind", false));
        }
        return List.copyOf(all);
    }
}
