package dev.understudy.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Passwords in settings, which nobody is shown. */
class SecretTest {

    private static final SettingTable.Builder ROWS = SettingTable.of("dev.understudy.test", "Test");
    private static final SettingRow<Secret> PASSWORD =
            ROWS.add("password", "", "", "", SettingSyntax.secret(), "a password");
    private static final SettingTable TABLE = ROWS.build();

    @TempDir
    Path folder;

    @Test
    void thePasswordIsTheTextOrTheFirstLineOfAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("pass"), "open sesame\nsecond line\n");
        assertEquals("open sesame", new Secret("open sesame").read());
        assertEquals("open sesame", new Secret("file:" + file).read());
        assertEquals("", new Secret("").read());
        assertEquals("", new Secret("file:" + Files.createFile(folder.resolve("empty"))).read());
        assertThrows(IOException.class, () -> new Secret("file:" + folder.resolve("none")).read());
    }

    @Test
    void thePasswordIsNeverShown() {
        SettingReading reading = TABLE.read(Map.of("password", "sesame"));
        String refusal = new UnusableSettingException(PASSWORD, "sesame", null, "another").getMessage();
        for (String shown : new String[] {
            reading.summary(), reading.values().get(PASSWORD).toString(), reading.toString(), refusal,
        }) {
            assertFalse(shown.contains("sesame"), shown);
        }
        assertEquals("password = ***", reading.summary());
        assertEquals("", new Secret("").toString());
    }
}
