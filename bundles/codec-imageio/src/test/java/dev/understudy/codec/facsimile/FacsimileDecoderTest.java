package dev.understudy.codec.facsimile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.understudy.codec.facsimile.FacsimileScheme.Group;
import dev.understudy.codec.io.DamagedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HexFormat;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines of 16 pixels as codes in binary; spaces are for readers. */
class FacsimileDecoderTest {

    private static final String WHITE_16 = "101010";
    private static final String BLACK_16 = "00110101 0000010111";
    private static final String WHITE_8_BLACK_8 = "10011 000101";
    private static final String END_OF_LINE = "000000000001";

    private static byte[] decode(Group group, boolean twoDimensional, String codes, int rows) throws IOException {
        return FacsimileDecoder.decode(
                stream(codes, false), 1000, new FacsimileScheme(group, twoDimensional, false), 16, rows);
    }

    private static MemoryCacheImageInputStream stream(String codes, boolean lowestFirst) {
        String bits = codes.replace(" ", "");
        byte[] bytes = new byte[(bits.length() + 7) / 8];
        for (int i = 0; i < bits.length(); i++) {
            int shift = lowestFirst ? i % 8 : 7 - i % 8;
            bytes[i / 8] |= (byte) (bits.charAt(i) == '1' ? 1 << shift : 0);
        }
        return new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes));
    }

    private static void assertRows(String hex, byte[] rows) {
        assertArrayEquals(HexFormat.of().parseHex(hex), rows);
    }

    private static String aligned(int bits, String... lines) {
        StringBuilder all = new StringBuilder();
        for (String line : lines) {
            all.append(line.replace(" ", ""));
            while (all.length() % bits != 0) {
                all.append('0');
            }
        }
        return all.toString();
    }

    @Test
    void linesBeginWithAWholeByteOrWord() throws IOException {
        String[] lines = {WHITE_16, BLACK_16, WHITE_8_BLACK_8};
        assertRows("0000ffff00ff", decode(Group.BYTE_ALIGNED, false, aligned(8, lines), 3));
        assertRows("0000ffff00ff", decode(Group.WORD_ALIGNED, false, aligned(16, lines), 3));
    }

    @Test
    void marksOfGroup3AreFilledUpOrLeftOut() throws IOException {
        assertRows("0000ffff", decode(Group.GROUP_3, false, END_OF_LINE + WHITE_16 + END_OF_LINE + BLACK_16, 2));
        assertRows(
                "0000ffff",
                decode(Group.GROUP_3, false, "00000" + END_OF_LINE + WHITE_16 + "0000000" + END_OF_LINE + BLACK_16, 2));
        assertRows("0000ffff", decode(Group.GROUP_3, false, WHITE_16 + BLACK_16, 2));
        assertRows("0000ffff", decode(Group.GROUP_3, false, WHITE_16 + END_OF_LINE + BLACK_16, 2));
    }

    @Test
    void linesOfGroup3FollowTheOneAboveWhereTheySaySo() throws IOException {
        String codes = END_OF_LINE + "1" + WHITE_8_BLACK_8 + END_OF_LINE + "0" + "011 1";
        assertRows("00ff007f", decode(Group.GROUP_3, true, codes, 2));
    }

    @Test
    void linesOfGroup4FollowTheOneAbove() throws IOException {
        String horizontal = "001" + WHITE_8_BLACK_8;
        String twoLeft = "000010 1";
        String pass = "0001 1";
        assertRows("00ff03ff0000", decode(Group.GROUP_4, false, horizontal + twoLeft + pass, 3));
        assertRows("0000", decode(Group.GROUP_4, false, "1" + END_OF_LINE + END_OF_LINE, 1));
    }

    @Test
    void theLowestBitCanBeTheFirst() throws IOException {
        FacsimileScheme scheme = new FacsimileScheme(Group.BYTE_ALIGNED, false, true);
        assertRows("00ff", FacsimileDecoder.decode(stream(WHITE_8_BLACK_8, true), 1000, scheme, 16, 1));
    }

    @ParameterizedTest
    @CsvSource({
        "BYTE_ALIGNED, 10011 0001101, too long",
        "BYTE_ALIGNED, 10011 000000000001, too short",
        "BYTE_ALIGNED, 10011, no end",
        "GROUP_3, 000000000001 101010 10011 000101, no mark between lines",
        "GROUP_3, 000000000001 101010 000000000001 000000000001, a line is missing",
        "GROUP_4, 1 000000000001000000000001, a line is missing",
        "GROUP_4, 1 0000000100, no such code",
        "GROUP_4, 1 000011, beyond the end",
        "GROUP_4, 001 10011 010 1 1 000010, backward",
        "GROUP_4, 1 1 0000000011, what follows is no line"
    })
    void whatNoEncoderWritesIsDamage(Group group, String codes, String why) {
        assertThrows(DamagedException.class, () -> decode(group, false, codes + " 1111111111111111", 2), why);
    }

    @Test
    void rowsBeforeTheDamageAreLeft() throws IOException {
        FacsimileScheme scheme = new FacsimileScheme(Group.GROUP_4, false, false);
        assertRows(
                "00ff", FacsimileDecoder.salvage(stream("001" + WHITE_8_BLACK_8 + "0000", false), 1000, scheme, 16, 2));
    }

    @Test
    void whatFollowsInTheStreamIsNotRead() {
        FacsimileScheme scheme = new FacsimileScheme(Group.BYTE_ALIGNED, false, false);
        String codes = aligned(8, WHITE_16, WHITE_16);
        assertThrows(DamagedException.class, () -> FacsimileDecoder.decode(stream(codes, false), 1, scheme, 16, 2));
    }
}
