package dev.understudy.testkit.codec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The images of the sample catalogs. */
public final class SampleImages {

    private static final Path FOLDER = Path.of("../../features/samples/images");

    private SampleImages() {}

    /** The files of these names. */
    public static Stream<Path> paths(String... names) {
        return Stream.of(names).map(FOLDER::resolve);
    }

    /** The bytes of a file. */
    public static byte[] read(String name) {
        try {
            return Files.readAllBytes(FOLDER.resolve(name));
        } catch (IOException e) {
            throw new AssertionError(name, e);
        }
    }
}
