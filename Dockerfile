# docker build --tag redirlint . && docker run --rm --volume "$PWD:/work:ro" redirlint check
FROM maven:3-eclipse-temurin-17 AS build
WORKDIR /build
COPY . .
RUN mvn --batch-mode --no-transfer-progress -DskipTests -Dfmt.skip package \
    && cp target/redirlint-*-cli.jar /redirlint.jar

FROM eclipse-temurin:17-jre
COPY --from=build /redirlint.jar /redirlint.jar
USER 65534
WORKDIR /work
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar", "/redirlint.jar"]
