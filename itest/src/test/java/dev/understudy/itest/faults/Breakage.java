package dev.understudy.itest.faults;

import dev.understudy.itest.helper.FaultMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Breaks a file of a tenant; all files are put back afterwards. */
@FunctionalInterface
interface Breakage {

    /** For requests and catalogs that are wrong themselves. */
    Breakage NONE = tenant -> {};

    void apply(FaultTenant tenant) throws IOException;

    static Breakage delete(String file) {
        return tenant -> Files.delete(tenant.file(file));
    }

    static Breakage deleteContent(String file) {
        return tenant -> Files.delete(tenant.contentFolder().resolve(file));
    }

    /** Puts a link in the file's place that leads nowhere. */
    static Breakage dangle(String file) {
        return tenant -> {
            Files.delete(tenant.file(file));
            Files.createSymbolicLink(tenant.file(file), Path.of("nowhere"));
        };
    }

    /** Puts a folder in the file's place. */
    static Breakage folder(String file) {
        return tenant -> {
            Files.delete(tenant.file(file));
            Files.createDirectory(tenant.file(file));
        };
    }

    /** Puts other bytes into the file. */
    static Breakage write(String file, BrokenContent content) {
        return tenant -> FaultImages.replace(tenant.file(file), content.bytes());
    }

    static Breakage write(String file, FaultMode mode) {
        return write(file, mode::file);
    }

    /** Puts the first so many hundredths of other bytes into the file. */
    static Breakage cut(String file, int percent, BrokenContent content) {
        return write(file, () -> cut(content.bytes(), percent));
    }

    /** Puts other bytes into the file, all bits of the middle one turned over. */
    static Breakage flip(String file, BrokenContent content) {
        return write(file, () -> {
            byte[] bytes = content.bytes();
            bytes[bytes.length / 2] ^= (byte) 0xff;
            return bytes;
        });
    }

    /** Puts one of the samples in the file's place. */
    static Breakage sample(String file, String sample) {
        return tenant -> FaultImages.replace(
                tenant.file(file), Files.readAllBytes(tenant.setup().images().resolve(sample)));
    }

    /** One after the other. */
    default Breakage and(Breakage next) {
        return tenant -> {
            apply(tenant);
            next.apply(tenant);
        };
    }

    static byte[] cut(byte[] bytes, int percent) {
        return Arrays.copyOf(bytes, bytes.length * percent / 100);
    }

    /** A file's bytes. */
    @FunctionalInterface
    interface BrokenContent {
        byte[] bytes() throws IOException;
    }
}
