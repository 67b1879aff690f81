package dev.understudy.codec.avif.natives;

import dev.understudy.codec.avif.Av1;
import java.io.File;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The native code of FFmpeg for this system. A virtual machine loads a file of native code for one class loader only, so each
 * takes copies of its own, in a folder that is gone once they are loaded.
 */
public final class NativeCode {

    private static final Logger LOG = LoggerFactory.getLogger(NativeCode.class);
    private static final String PREFIX = "understudy-avif-";

    /** Loaded once for this class loader, which is what the virtual machine binds native code to. */
    private static final class Holder {
        static final @Nullable Av1 AV1 = load(NativeCode::loadLibraries);
    }

    /** Loads native code. */
    interface LibraryLoader {
        Av1 load() throws IOException, ReflectiveOperationException;
    }

    private NativeCode() {}

    /** The coding of AV1; null when there is none for this system, which is said in the log. */
    public static @Nullable Av1 av1() {
        return Holder.AV1;
    }

    static @Nullable Av1 load(LibraryLoader loader) {
        try {
            return loader.load();
        } catch (IOException | ReflectiveOperationException | LinkageError e) {
            LOG.warn(
                    "No native library for AVIF on {} ({}). AVIF is neither written (fmt=avif) nor read",
                    Loader.getPlatform(),
                    firstLine(e));
            return null;
        }
    }

    private static Av1 loadLibraries() throws IOException, ReflectiveOperationException {
        Path folder = Files.createTempDirectory(PREFIX);
        try {
            folder(folder);
            Loader.load(avcodec.class);
            Av1 av1 = new FfmpegAv1();
            SelfTest.run(av1);
            Pointer.interruptDeallocatorThread(); // nothing here is left to the garbage collector
            return av1;
        } finally {
            delete(folder);
        }
    }

    /** Has JavaCPP unpack into a folder of ours; it would keep what it unpacks in the user's home for ever. */
    private static void folder(Path folder) throws ReflectiveOperationException {
        VarHandle cache = MethodHandles.privateLookupIn(Loader.class, MethodHandles.lookup())
                .findStaticVarHandle(Loader.class, "cacheDir", File.class);
        cache.set(folder.toFile());
    }

    /** Deletes the files of loaded libraries, which stay mapped; Windows keeps them until the process ends. */
    private static void delete(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            try {
                Files.delete(file);
            } catch (IOException e) {
                file.toFile().deleteOnExit();
            }
        }
    }

    private static String firstLine(Throwable e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return cause.toString().lines().findFirst().orElse("");
    }
}
