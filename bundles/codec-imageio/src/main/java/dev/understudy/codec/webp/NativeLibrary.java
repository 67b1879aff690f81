package dev.understudy.codec.webp;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The native code of libwebp for this system. A virtual machine loads a file of native code for one class loader only, so
 * each takes a copy of its own: when the bundle is updated, the new one does not wait until the old one is collected.
 */
final class NativeLibrary {

    private static final Logger LOG = LoggerFactory.getLogger(NativeLibrary.class);
    private static final String PREFIX = "understudy-webp-";

    /** Loaded once for this class loader, which is what the virtual machine binds native code to. */
    private static final class Holder {
        static final @Nullable LibWebp LIBRARY = load();
    }

    private NativeLibrary() {}

    /** The library; null when there is none for this system, which is said in the log. */
    static @Nullable LibWebp get() {
        return Holder.LIBRARY;
    }

    private static @Nullable LibWebp load() {
        OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
        String resource = resource(system.getName(), system.getArch());
        try (InputStream code = NativeLibrary.class.getResourceAsStream(resource)) {
            if (code == null) {
                throw new IOException("it is not among those that are carried along");
            }
            loadCopy(code, resource.substring(resource.lastIndexOf('.')));
            return new LibWebp();
        } catch (IOException | ReflectiveOperationException | LinkageError e) {
            LOG.warn(
                    "No native library for WebP ({}: {}). WebP is not written (fmt=webp), and read by a slower decoder",
                    resource,
                    e.toString());
            return null;
        }
    }

    private static void loadCopy(InputStream code, String suffix) throws IOException {
        Path copy = Files.createTempFile(PREFIX, suffix);
        try {
            Files.copy(code, copy, StandardCopyOption.REPLACE_EXISTING);
            System.load(copy.toString());
        } finally {
            delete(copy);
        }
    }

    /** Deletes the file of a loaded library, which stays mapped; Windows keeps the file until the process ends. */
    private static void delete(Path copy) {
        try {
            Files.delete(copy);
        } catch (IOException e) {
            copy.toFile().deleteOnExit();
        }
    }

    /** Where webp-imageio keeps the library of a system. */
    static String resource(String system, String architecture) {
        String name = system.toLowerCase(Locale.ROOT);
        String folder = "/native/";
        if (name.contains("windows")) {
            return folder + "Windows/" + processor(architecture) + "/webp-imageio.dll";
        }
        if (name.contains("mac") || name.contains("darwin")) {
            return folder + "Mac/" + processor(architecture) + "/libwebp-imageio.dylib";
        }
        return folder + system.replaceAll("\\W", "") + "/" + processor(architecture) + "/libwebp-imageio.so";
    }

    private static String processor(String architecture) {
        return switch (architecture.toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> "x86_64";
            case "x86", "i386", "i486", "i586", "i686" -> "x86";
            case "aarch64", "arm64" -> "aarch64";
            case "arm" -> "armv7";
            case "ppc64le", "ppc64el" -> "ppc64";
            default -> architecture.replaceAll("\\W", "");
        };
    }
}
