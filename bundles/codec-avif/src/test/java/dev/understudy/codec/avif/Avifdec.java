package dev.understudy.codec.avif;

import dev.understudy.image.Pixels;
import dev.understudy.testkit.codec.JdkReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** libavif's program avifdec, which decodes by dav1d, where it is installed. */
final class Avifdec {

    private static final boolean INSTALLED = isInstalled();

    private Avifdec() {}

    static boolean installed() {
        return INSTALLED;
    }

    /** The image of a file; empty where there is no avifdec. */
    static Optional<Pixels> read(byte[] file) throws IOException, InterruptedException {
        if (!INSTALLED) {
            return Optional.empty();
        }
        Path folder = Files.createTempDirectory("avifdec");
        Path avif = folder.resolve("image.avif");
        Path png = folder.resolve("image.png");
        try {
            Files.write(avif, file);
            Process process = new ProcessBuilder("avifdec", avif.toString(), png.toString())
                    .redirectErrorStream(true)
                    .start();
            String output = new String(process.getInputStream().readAllBytes());
            if (process.waitFor() != 0) {
                throw new AssertionError("avifdec: " + output);
            }
            return JdkReader.read(Files.readAllBytes(png));
        } finally {
            Files.deleteIfExists(avif);
            Files.deleteIfExists(png);
            Files.delete(folder);
        }
    }

    private static boolean isInstalled() {
        try {
            Process process = new ProcessBuilder("avifdec", "--version")
                    .redirectErrorStream(true)
                    .start();
            process.getInputStream().readAllBytes();
            return process.waitFor(10, TimeUnit.SECONDS);
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }
}
