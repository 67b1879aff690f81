package dev.understudy.cache.disk;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

/** The operations of the cache on a disk; each may fail. */
interface Disk {

    /** The bytes of a file. */
    byte[] read(Path file) throws IOException;

    /** The first bytes of a file, as many as it has and no more than that. */
    byte[] read(Path file, int most) throws IOException;

    /** Makes a new file of two runs of bytes. */
    void write(Path file, byte[] head, byte[] body) throws IOException;

    /** Gives a file another name in the same file system at once, in place of a file that has it. */
    void move(Path from, Path to) throws IOException;

    /** Deletes a file if it is there. */
    void delete(Path file) throws IOException;

    /** Sets the time of a file's last change. */
    void touch(Path file, Instant time) throws IOException;
}
