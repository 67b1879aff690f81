package dev.understudy.release;

import java.nio.file.Path;

/** Writes the lists of parts of the three archives that have jars. */
public final class WritePartsLists {

    private WritePartsLists() {}

    /**
     * Writes the lists beside the archives.
     *
     * @param arguments the top of the project, the folder of the archives, the version, the list of Maven's dependencies of the
     *     servers, and that of the plug-ins
     */
    public static void main(String... arguments) {
        Path dist = Path.of(arguments[1]);
        String version = arguments[2];
        LicensePage licenses = LicensePage.read(Path.of(arguments[0]));
        write("felix", Path.of(arguments[3]), dist, version, licenses);
        write("karaf", Path.of(arguments[3]), dist, version, licenses);
        write("plug-ins", Path.of(arguments[4]), dist, version, licenses);
    }

    private static void write(String archive, Path list, Path dist, String version, LicensePage licenses) {
        String base = "understudy-" + version + "-" + archive;
        PartsList.read(list)
                .fitted("understudy-" + archive, version, ShippedJar.of(dist.resolve(base + ".zip")), licenses)
                .write(dist, base + "-sbom");
    }
}
