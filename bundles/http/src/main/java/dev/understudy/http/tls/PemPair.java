package dev.understudy.http.tls;

import dev.understudy.http.tls.UnusableKeysException.KeyOrigin;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A key with its certificates, from PEM files.
 *
 * @param key the private key
 * @param chain the certificate of the key first, then those that signed it
 */
record PemPair(PrivateKey key, List<X509Certificate> chain) {

    private static final String CONVERT = "; 'openssl pkcs8 -topk8 -in OLD -out NEW' converts it";

    /**
     * Reads a pair.
     *
     * @param password of an encrypted key; empty for none
     * @throws UnusableKeysException when one of the files cannot be used
     */
    static PemPair read(Path certificates, Path keys, String password) throws UnusableKeysException {
        List<X509Certificate> chain = chain(certificates);
        List<PemFile.Block> blocks = blocks(keys, KeyOrigin.KEYS).stream()
                .filter(block -> block.type().endsWith("PRIVATE KEY"))
                .toList();
        if (blocks.size() != 1) {
            throw new UnusableKeysException(
                    KeyOrigin.KEYS, keys, "one private key is needed in it, and it has " + blocks.size());
        }
        try {
            return new PemPair(key(blocks.get(0), chain.get(0), keys, password), chain);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new UnusableKeysException(KeyOrigin.KEYS, keys, "its private key is damaged");
        }
    }

    private static List<PemFile.Block> blocks(Path file, KeyOrigin origin) throws UnusableKeysException {
        try {
            return PemFile.read(file).blocks();
        } catch (IOException e) {
            throw new UnusableKeysException(origin, file, "it cannot be read: " + FileReasons.of(e));
        }
    }

    private static List<X509Certificate> chain(Path file) throws UnusableKeysException {
        List<X509Certificate> chain = new ArrayList<>();
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            for (PemFile.Block block : blocks(file, KeyOrigin.CERTIFICATES)) {
                if (block.type().equals("CERTIFICATE")) {
                    Certificate certificate = factory.generateCertificate(new ByteArrayInputStream(block.bytes()));
                    chain.add((X509Certificate) certificate);
                }
            }
        } catch (CertificateException | IllegalArgumentException e) {
            throw new UnusableKeysException(
                    KeyOrigin.CERTIFICATES, file, "its certificate " + (chain.size() + 1) + " is damaged");
        }
        if (chain.isEmpty()) {
            throw new UnusableKeysException(KeyOrigin.CERTIFICATES, file, "there is no certificate in it");
        }
        return chain;
    }

    private static PrivateKey key(PemFile.Block block, X509Certificate certificate, Path file, String password)
            throws UnusableKeysException {
        if (block.isEncryptedByOldOpenSsl()) {
            throw new UnusableKeysException(
                    KeyOrigin.KEYS, file, "its private key is encrypted in a form that is not supported" + CONVERT);
        }
        byte[] publicKey = certificate.getPublicKey().getEncoded();
        PKCS8EncodedKeySpec spec = switch (block.type()) {
            case "PRIVATE KEY" -> new PKCS8EncodedKeySpec(block.bytes());
            case "RSA PRIVATE KEY", "EC PRIVATE KEY" ->
                new PKCS8EncodedKeySpec(Der.privateKeyInfo(block.bytes(), publicKey));
            case "ENCRYPTED PRIVATE KEY" -> decrypted(block.bytes(), file, password);
            default ->
                throw new UnusableKeysException(
                        KeyOrigin.KEYS, file, "'" + block.type() + "' is a form that is not supported" + CONVERT);
        };
        String algorithm = certificate.getPublicKey().getAlgorithm();
        try {
            return KeyFactory.getInstance(algorithm).generatePrivate(spec);
        } catch (InvalidKeySpecException e) {
            throw new UnusableKeysException(
                    KeyOrigin.KEYS, file, "its private key is none of the certificate's kind (" + algorithm + ")");
        } catch (GeneralSecurityException e) {
            throw new UnusableKeysException(KeyOrigin.KEYS, file, "this Java has no keys of the kind " + algorithm);
        }
    }

    private static PKCS8EncodedKeySpec decrypted(byte[] encrypted, Path file, String password)
            throws UnusableKeysException {
        if (password.isEmpty()) {
            throw new UnusableKeysException(
                    KeyOrigin.PASSWORD, file, "its private key is encrypted, and no password is set");
        }
        try {
            EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(encrypted);
            // The name of the algorithm alone is that of a family; its parameters, as text, are the name that Java
            // knows.
            String algorithm =
                    info.getAlgName().equals("PBES2") || info.getAlgName().equals("1.2.840.113549.1.5.13")
                            ? info.getAlgParameters().toString()
                            : info.getAlgName();
            PBEKeySpec spec = new PBEKeySpec(password.toCharArray());
            Cipher cipher = Cipher.getInstance(algorithm);
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    SecretKeyFactory.getInstance(algorithm).generateSecret(spec),
                    info.getAlgParameters());
            return info.getKeySpec(cipher);
        } catch (GeneralSecurityException | IOException e) {
            throw new UnusableKeysException(
                    KeyOrigin.PASSWORD, file, "its private key cannot be decrypted with the password");
        }
    }
}
