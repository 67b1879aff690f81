package dev.understudy.settings;

import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.Map;

/**
 * The place that a configuration came from.
 *
 * @param name the path of its file; the persistent identifier where no file is known
 */
public record ConfigurationFile(String name) {

    /** The property in which Felix File Install, of which Karaf makes use too, leaves the file's address. */
    private static final String FILE_INSTALL = "felix.fileinstall.filename";

    /** The place of a configuration with these properties. */
    public static ConfigurationFile of(String pid, Map<String, ?> written) {
        Object address = written.get(FILE_INSTALL);
        return new ConfigurationFile(address == null ? pid : path(address.toString()));
    }

    private static String path(String address) {
        try {
            return Path.of(URI.create(address)).toString();
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            return address;
        }
    }

    /** The last part, which may be told to everybody. */
    public String lastPart() {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }
}
