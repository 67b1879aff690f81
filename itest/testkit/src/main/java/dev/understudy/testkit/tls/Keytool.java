package dev.understudy.testkit.tls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The JDK's keytool, which makes certificates where the JDK has no API for it. */
public final class Keytool {

    /** The alias of each key. */
    public static final String ALIAS = "one";

    private static final int SECONDS = 120;

    private Keytool() {}

    /**
     * Makes a key store in PKCS#12 with one key, whose certificate is signed by itself.
     *
     * @param file there is none yet
     * @param host the certificate's subject
     * @param alternatives what else it is for, as keytool has it: {@code dns:localhost,ip:127.0.0.1}
     * @param algorithm {@code EC} or {@code RSA}
     * @throws IllegalStateException with what keytool says when it makes none
     */
    public static void makeStore(Path file, String password, String host, String alternatives, String algorithm) {
        boolean curve = algorithm.equals("EC");
        try {
            Path output = Files.createTempFile("keytool", ".txt");
            try {
                Process keytool = new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-J-XX:TieredStopAtLevel=1",
                                "-genkeypair",
                                "-alias",
                                ALIAS,
                                "-keyalg",
                                algorithm,
                                curve ? "-groupname" : "-keysize",
                                curve ? "secp256r1" : "2048",
                                "-dname",
                                "CN=" + host,
                                "-ext",
                                "san=" + alternatives,
                                "-keystore",
                                file.toString(),
                                "-storetype",
                                "PKCS12",
                                "-storepass",
                                password)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
                if (!keytool.waitFor(SECONDS, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
                    keytool.destroyForcibly();
                    throw new IllegalStateException("keytool: " + Files.readString(output));
                }
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
