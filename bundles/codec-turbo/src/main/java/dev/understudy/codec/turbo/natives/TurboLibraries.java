package dev.understudy.codec.turbo.natives;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the system's libturbojpeg. */
public final class TurboLibraries {

    private static final Logger LOG = LoggerFactory.getLogger(TurboLibraries.class);

    /** Since when Java calls native code by itself; the class that does is in the jar for those versions alone. */
    private static final int WITHOUT_JNA = 22;

    private static final String FOREIGN = TurboLibraries.class.getPackageName() + ".ForeignLibrary";

    /** How the library is called on Linux, macOS and Windows; names with a version first, since a system need not have others. */
    static final List<String> NAMES = List.of(
            "libturbojpeg.so.0",
            "libturbojpeg.so",
            "libturbojpeg.dylib",
            "/opt/homebrew/lib/libturbojpeg.dylib",
            "/usr/local/lib/libturbojpeg.dylib",
            "turbojpeg.dll",
            "libturbojpeg.dll");

    private TurboLibraries() {}

    /** Loads a library. */
    interface LibraryLoading {
        TurboLibrary load(String name) throws ReflectiveOperationException;
    }

    /** The library; empty where there is none, which one line tells those who look for it. */
    public static Optional<TurboLibrary> find() {
        return find(NAMES, loading());
    }

    static Optional<TurboLibrary> find(List<String> names, LibraryLoading loading) {
        String problem = "";
        for (String name : names) {
            try {
                TurboLibrary library = loading.load(name);
                LOG.debug("{} is loaded by {}", name, library.getClass().getSimpleName());
                return Optional.of(library);
            } catch (LinkageError | ReflectiveOperationException | IllegalArgumentException e) {
                problem = problem.isEmpty()
                        ? String.valueOf(e.getMessage()).lines().findFirst().orElse("")
                        : problem;
            }
        }
        LOG.debug("There is no libturbojpeg ({}): JPEG is decoded without", problem);
        return Optional.empty();
    }

    private static LibraryLoading loading() {
        if (Runtime.version().feature() < WITHOUT_JNA) {
            return JnaLibrary::load;
        }
        try {
            var load = Class.forName(FOREIGN).getDeclaredMethod("load", String.class);
            return name -> (TurboLibrary) load.invoke(null, name);
        } catch (ReflectiveOperationException | LinkageError e) {
            return JnaLibrary::load; // built without the class
        }
    }
}
