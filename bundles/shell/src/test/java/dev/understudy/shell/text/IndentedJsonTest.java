package dev.understudy.shell.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class IndentedJsonTest {

    @Test
    void eachValueHasALine() {
        assertEquals("""
                {
                  "a": 1,
                  "b": [
                    "x",
                    {
                      "c": null
                    }
                  ],
                  "d": {},
                  "e": []
                }""", IndentedJson.of("{\"a\":1,\"b\":[\"x\",{\"c\":null}],\"d\":{},\"e\":[]}\n"));
    }

    @Test
    void textsAreLeftAsTheyAre() {
        String json = "\"{a: [\\\\\\\"b\\\", c]}\"";
        assertEquals(json, IndentedJson.of(json));
    }
}
