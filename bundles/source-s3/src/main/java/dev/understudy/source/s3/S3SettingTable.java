package dev.understudy.source.s3;

import static dev.understudy.settings.SettingSyntax.text;

import dev.understudy.settings.SettingRow;
import dev.understudy.settings.SettingSyntax;
import dev.understudy.settings.SettingTable;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** The rows of the settings of roots on S3. {@link SettingRow} tells the columns. */
public final class S3SettingTable {

    private static final SettingTable.Builder ROWS =
            SettingTable.of("dev.understudy.source.s3", "Understudy roots on S3");

    // @formatter:off
    static final SettingRow<Optional<Path>> CREDENTIALS_FILE = ROWS.add("credentials.file", "", "", "", file(), "file with keys, of the form of ~/.aws/credentials; empty for environment, web identity, ~/.aws, container and instance, in this order");
    static final SettingRow<String> PROFILE = ROWS.add("credentials.profile", "", "", "", text("the name of a profile, or empty for the usual one", name -> name), "profile of the keys, unless a root has profile=");
    // @formatter:on

    /** All rows. */
    public static final SettingTable TABLE = ROWS.build();

    private S3SettingTable() {}

    private static SettingSyntax<Optional<Path>> file() {
        return text("a file, or empty for none", name -> {
            try {
                return name.isEmpty()
                        ? Optional.empty()
                        : Optional.of(Path.of(name).toAbsolutePath());
            } catch (InvalidPathException e) {
                throw new IllegalArgumentException((String) null, e);
            }
        });
    }
}
