package dev.understudy.source.s3;

import dev.understudy.settings.SettingValues;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where credentials are found.
 *
 * @param credentialsFile of the form of {@code ~/.aws/credentials}; empty for the usual places
 * @param profile in it; empty for the usual one
 */
public record S3Settings(Optional<Path> credentialsFile, String profile) {

    /** The settings of a configuration. */
    public static S3Settings of(SettingValues values) {
        return new S3Settings(values.get(S3SettingTable.CREDENTIALS_FILE), values.get(S3SettingTable.PROFILE));
    }
}
