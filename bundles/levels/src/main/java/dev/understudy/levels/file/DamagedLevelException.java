package dev.understudy.levels.file;

import java.io.IOException;

/** A file is not a whole level, or not the one that its name says. */
final class DamagedLevelException extends IOException {

    private static final long serialVersionUID = 1;

    DamagedLevelException(String message) {
        super(message);
    }
}
