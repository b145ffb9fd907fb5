package dev.faultline.collectors.otlp.log;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeout;

class SecretMaskTest {
    private static final Duration LONG = Duration.ofSeconds(2);

    @ParameterizedTest
    @ValueSource(strings = {"login failed, password=hunter2", "login failed, Password: 'hunter2 and more'",
            "{\"db_password\": \"hunter2\"}",
            "{\\\"password\\\":\\\"hunter2\\\"}", "GET /quotes?access_token=hunter2&day=1", "Authorization: Bearer hunter2",
            "Authorization: Basic hunter2", "{\"Authorization\":\"Bearer hunter2\"}", "refused bearer hunter2hunter2",
            "jdbc:postgresql://app:hunter2@db/quotes", "amqp://app:hunter2@broker:5672", "X-Api-Key: hunter2",
            "aws_secret_access_key = hunter2",
            "mysqldump --password hunter2 quotes", "<password>hunter2</password>", "token=>hunter2", "Set-Cookie: hunter2; Path=/",
            "eyJhbGciOiJIUzI1NiJ9.hunter2.hunter2", "key AKIAHUNTER2HUNTER2 is unknown", "client.secret.value=hunter2", "密码：hunter2",
            "-----BEGIN RSA PRIVATE KEY-----\nhunter2\n-----END RSA PRIVATE KEY-----", "cut in the middle: {\"password\": \"hunter2 and"})
    void whatLooksLikeASecretIsTakenOut(String line) {
        assertThat(SecretMask.masked(line)).contains("***").doesNotContainIgnoringCase("hunter2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cannot connect to 10.0.0.1:5432", "Unexpected token in JSON at position 4", "basic validation failed",
            "bearer authentication is missing", "the password of user 7 has expired", "http://quotes:8080/day?x=1",
            "order 7 is late: 300 ms, expected 100 ms"})
    void whatIsNoneStays(String line) {
        assertThat(SecretMask.masked(line)).isEqualTo(line);
    }

    @Test
    void maskedTextStaysAsItIs() {
        String once = SecretMask.masked("Authorization: Bearer abcdef012345, password=x");
        assertThat(SecretMask.masked(once)).isEqualTo(once);
    }

    @Test
    void longLinesCostLittle() {
        for (String part : new String[]{"token", "a.", "-", "\"", "://a:", "password ", "eyJ-----", "BEGIN "}) {
            String line = part.repeat(20_000 / part.length());
            assertTimeout(LONG, () -> assertThatCode(() -> SecretMask.masked(line)).doesNotThrowAnyException(), part);
        }
    }
}
