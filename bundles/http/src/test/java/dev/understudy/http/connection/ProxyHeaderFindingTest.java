package dev.understudy.http.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.understudy.http.connection.ProxyHeaderFinding.State;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers of the PROXY protocol that can be believed, and others. */
class ProxyHeaderFindingTest {

    private static final String BINARY = "0d0a0d0a000d0a515549540a";
    private static final String FOUR = "cb007109c000020112 6701bb";
    private static final String SIX = "20010db8000000000000000000000001 20010db8000000000000000000000002 126701bb";

    private static ProxyHeaderFinding find(byte[] bytes) {
        return ProxyHeaderFinding.of(ByteBuffer.wrap(bytes));
    }

    private static ProxyHeaderFinding text(String text) {
        return find(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(BINARY + hex.replace(" ", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TCP4 203.0.113.9 192.0.2.1 4711 443",
                "TCP4 0.0.0.0 255.255.255.255 0 65535",
                "TCP6 2001:db8::1 ::1 4711 443",
                "TCP6 2001:DB8:0:0:0:0:0:1 2001:0db8:0000:0000:0000:0000:0000:0002 1 2",
                "TCP6 ::ffff:203.0.113.9 :: 1 2",
                "UNKNOWN",
                "UNKNOWN ffff::1 whatever 99999 x"
            })
    void linesThatCanBeBelieved(String line) {
        assertEquals(ProxyHeaderFinding.SOUND, text("PROXY " + line + "\r\n"));
        assertEquals(ProxyHeaderFinding.SOUND, text("PROXY " + line + "\r\nGET / HTTP/1.1\r\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TCP4 999.1.1.1 192.0.2.1 4711 443",
                "TCP4 256.1.1.1 192.0.2.1 4711 443",
                "TCP4 203.0.113.9 192.0.2.256 4711 443",
                "TCP4 203.0.113.09 192.0.2.1 4711 443",
                "TCP4 0203.0.113.9 192.0.2.1 4711 443",
                "TCP4 203.00.113.9 192.0.2.1 4711 443",
                "TCP4 203.0.113 192.0.2.1 4711 443",
                "TCP4 3405803785 192.0.2.1 4711 443",
                "TCP4 203.0.113.9.1 192.0.2.1 4711 443",
                "TCP4 203.0.113.9/32 192.0.2.1 4711 443",
                "TCP4 localhost 192.0.2.1 4711 443",
                "TCP4 ::1 ::1 4711 443",
                "TCP6 203.0.113.9 192.0.2.1 4711 443",
                "TCP6 2001:db8::1::2 ::1 4711 443",
                "TCP6 2001:db8:1 ::1 4711 443",
                "TCP6 1:2:3:4:5:6:7:8:9 ::1 4711 443",
                "TCP6 2001:00db8::1 ::1 4711 443",
                "TCP6 2001:g::1 ::1 4711 443",
                "TCP6 fe80::1%eth0 ::1 4711 443",
                "TCP6 [2001:db8::1] ::1 4711 443",
                "TCP6 ::ffff:999.1.1.1 ::1 4711 443",
                "TCP6 ::ffff:01.1.1.1 ::1 4711 443",
                "TCP6 : ::1 4711 443",
                "TCP4 203.0.113.9 192.0.2.1 65536 443",
                "TCP4 203.0.113.9 192.0.2.1 4711 99999999999",
                "TCP4 203.0.113.9 192.0.2.1 -1 443",
                "TCP4 203.0.113.9 192.0.2.1 +80 443",
                "TCP4 203.0.113.9 192.0.2.1 04711 443",
                "TCP4 203.0.113.9 192.0.2.1 00 443",
                "TCP4 203.0.113.9 192.0.2.1 x 443",
                "TCP4 203.0.113.9 192.0.2.1 4711",
                "TCP4 203.0.113.9 192.0.2.1 4711 443 1",
                "TCP4  203.0.113.9 192.0.2.1 4711 443",
                "TCP4 203.0.113.9 192.0.2.1 4711 443 ",
                "tcp4 203.0.113.9 192.0.2.1 4711 443",
                "UDP4 203.0.113.9 192.0.2.1 4711 443",
                "UNKNOWNS",
                ""
            })
    void linesThatCannot(String line) {
        assertEquals(State.MALFORMED, text("PROXY " + line + "\r\n").state());
    }

    @Test
    void whatIsWrongIsNamed() {
        assertEquals(
                "has '999.1.1.1', which is no address of IPv4",
                text("PROXY TCP4 999.1.1.1 192.0.2.1 4711 443\r\n").problem());
        assertEquals(
                "has '65536', which is no port",
                text("PROXY TCP4 203.0.113.9 192.0.2.1 65536 443\r\n").problem());
        assertEquals(
                "is not of the form PROXY TCP4 address address port port: 'PROXY\u00fc x'",
                text("PROXY\u00fc\u0001x\r\n").problem());
        assertEquals(
                "is a line of more than 107 bytes",
                text("PROXY UNKNOWN " + "x".repeat(100)).problem());
    }

    @Test
    void theEndOfALineIsWaitedForAsLongAsItMayCome() {
        String longest = "PROXY UNKNOWN " + "x".repeat(91);
        assertEquals(ProxyHeaderFinding.INCOMPLETE, text(longest));
        assertEquals(ProxyHeaderFinding.SOUND, text(longest + "\r\n"));
        assertEquals(State.MALFORMED, text(longest + "x\r\n").state());
        assertEquals(
                State.MALFORMED,
                text("PROXY TCP4 203.0.113.9 192.0.2.1 4711 443\n").state());
        assertEquals(ProxyHeaderFinding.INCOMPLETE, text("P"));
        assertEquals(ProxyHeaderFinding.INCOMPLETE, text("\r\n\r"));
        for (String other :
                new String[] {"GET / HTTP/1.1\r\n", "PRI * HTTP/2.0\r\n", "POST / HTTP/1.1", "\r\nGET /", "\u0016"}) {
            assertEquals(ProxyHeaderFinding.ABSENT, text(other));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "21 11 000c " + FOUR,
                "21 21 0024 " + SIX,
                "21 11 0011 " + FOUR + "e00002 0aff",
                "21 11 0013 " + FOUR + "040000 ee0001 00",
                "20 00 0000",
                "20 11 0003 ffffff",
                "21 11 0017 " + FOUR + "200008 07 00000000 220000",
            })
    void numbersThatCanBeBelieved(String hex) {
        assertEquals(ProxyHeaderFinding.SOUND, find(bytes(hex)));
        byte[] begun = bytes(hex);
        assertEquals(ProxyHeaderFinding.INCOMPLETE, find(Arrays.copyOf(begun, begun.length - 1)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "11 11 000c " + FOUR + "| is of version 1",
                "22 11 000c " + FOUR + "| has the command 2, which there is not",
                "21 11 0401 | has 1025 bytes after its start; 1024 are read",
                "21 11 000b cb007109c00002011267 01| is too short for addresses of IPv4",
                "21 21 000c " + FOUR + "| is too short for addresses of IPv6",
                "21 12 000c " + FOUR + "| is not for TCP, and names no address of its client (0x12)",
                "21 00 0000 | is not for TCP, and names no address of its client (0x00)",
                "21 31 0000 | is not for TCP, and names no address of its client (0x31)",
                "21 41 000c " + FOUR + "| is not for TCP, and names no address of its client (0x41)",
                "21 11 0011 " + FOUR + "e000ff 0aff| has a field that does not end with it",
                "21 11 000e " + FOUR + "e000| has a field that does not end with it",
                "21 11 0012 " + FOUR + "200003 070000| has a field on TLS that does not end with it",
                "21 11 0017 " + FOUR + "200008 07 00000000 2200ff| has a field on TLS that does not end with it",
                "21 11 0013 " + FOUR + "030004 00000000| has another checksum than its bytes",
                "21 11 0012 " + FOUR + "030003 000000| has another checksum than its bytes",
            })
    void numbersThatCannot(String hex, String problem) {
        assertEquals(problem, find(bytes(hex)).problem());
    }

    @Test
    void aSumIsThatOfTheHeaderWithoutIt() {
        byte[] header = bytes("21 11 0013 " + FOUR + "030004 00000000");
        CRC32C sum = new CRC32C();
        sum.update(header);
        ByteBuffer.wrap(header).putInt(header.length - 4, (int) sum.getValue());
        assertEquals(ProxyHeaderFinding.SOUND, find(header));
        ByteArrayOutputStream more = new ByteArrayOutputStream();
        more.writeBytes(header);
        more.write('G');
        assertEquals(ProxyHeaderFinding.SOUND, find(more.toByteArray()));
        header[17]++;
        assertEquals("has another checksum than its bytes", find(header).problem());
    }
}
