package com.example.understudy.ppm;

import dev.understudy.testkit.codec.EncoderContract;

class PpmEncoderTest extends EncoderContract {

    PpmEncoderTest() {
        super(new PpmEncoder(), new PpmDecoder(), new Abilities(Integer.MAX_VALUE, 99, false, false, false));
    }
}
