package dev.understudy.release;

import java.nio.file.Path;
import java.time.Instant;

/** Writes the lists of parts of the three archives that have jars. */
public final class WritePartsLists {

    private WritePartsLists() {}

    /**
     * Writes the lists beside the archives.
     *
     * @param arguments the top of the project, the folder of the archives, the version, the date of the build, the list of Maven's
     *     dependencies of the servers, and that of the plug-ins
     */
    public static void main(String... arguments) {
        Path dist = Path.of(arguments[1]);
        Archives archives =
                new Archives(dist, arguments[2], Instant.parse(arguments[3]), LicensePage.read(Path.of(arguments[0])));
        archives.write("felix", Path.of(arguments[4]));
        archives.write("karaf", Path.of(arguments[4]));
        archives.write("plug-ins", Path.of(arguments[5]));
    }

    /** The archives of a release, in a folder. */
    private record Archives(Path folder, String version, Instant date, LicensePage licenses) {

        void write(String archive, Path list) {
            String base = "understudy-" + version + "-" + archive;
            PartsList.read(list)
                    .fitted(
                            "understudy-" + archive,
                            version,
                            date,
                            ShippedJar.of(folder.resolve(base + ".zip")),
                            licenses)
                    .write(folder, base + "-sbom");
        }
    }
}
