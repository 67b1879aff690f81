package dev.understudy.protocol.properties;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserDataTest {

    @ParameterizedTest
    @CsvSource({"'', '\r\n'", "'a=1', 'a=1\r\n'", "'a=1\nb', 'a=1\r\nb\r\n'", "'a=1\r\n\r\nb\r\n', 'a=1\r\n\r\nb\r\n'"})
    void theTextFormEndsEachLine(String data, String text) {
        assertEquals(text, UserData.text(data));
    }

    @Test
    void linesAreProperties() {
        assertEquals(
                "{b=1=2, a=, c=}", UserData.properties("b = 1=2\n\n a \nc=\n").toString());
        assertEquals(
                List.of("x", "y"), List.copyOf(UserData.properties("x=1\ny=2").keySet()));
    }
}
