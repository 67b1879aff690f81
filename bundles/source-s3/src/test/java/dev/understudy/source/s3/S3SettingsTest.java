package dev.understudy.source.s3;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.understudy.settings.SettingTableContract;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class S3SettingsTest extends SettingTableContract<S3Settings> {

    S3SettingsTest() {
        super(
                S3SettingTable.TABLE,
                S3Settings::of,
                Map.of(S3SettingTable.CREDENTIALS_FILE, List.of("a\0b"), S3SettingTable.PROFILE, List.of()));
    }

    @Test
    void theValuesArriveWhereTheyAreUsed() {
        S3Settings settings = S3Settings.of(S3SettingTable.TABLE
                .read(Map.of("credentials.file", "/etc/keys", "credentials.profile", "shop"))
                .values());
        assertEquals(new S3Settings(Optional.of(Path.of("/etc/keys")), "shop"), settings);
    }
}
