package dev.faultline.collectors.host;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CommandWordsTest {
    @ParameterizedTest
    @CsvSource({"java,java -Xmx1g -Dpassword=secret -jar /opt/orders.jar --token abc,orders.jar",
            "java,java -cp /lib/a.jar:/lib/b.jar com.example.Orders 8080,com.example.Orders",
            "python3.11,python3 /srv/quotes.py secret,quotes.py",
            "bash,bash run.sh,run.sh"})
    void anInterpreterIsToldByWhatItRuns(String executable, String command, String word) {
        assertThat(CommandWords.of(executable, List.of(command.split(" ", -1)))).containsExactly(word);
    }

    @Test
    void nothingElseOfACommandLineIsKept() {
        assertThat(CommandWords.of("mysqld", List.of("mysqld", "--password=secret", "secret"))).isEmpty();
        assertThat(CommandWords.of("bash", List.of("bash", "-c", "curl https://user:secret@host"))).isEmpty();
        assertThat(CommandWords.of("python3", List.of("python3", "-c", "print('secret')"))).isEmpty();
        assertThat(CommandWords.of("java", List.of("java", "key=secret"))).isEmpty();
    }
}
