import { describe, expect, it } from "vitest";
import { generateSecretString } from "#local/secrets-endpoint.ts";

const everything = {
  PasswordLength: 400,
  ExcludeCharacters: "",
  ExcludeLowercase: false,
  ExcludeUppercase: false,
  ExcludeNumbers: false,
  ExcludePunctuation: false,
};

describe("a generated secret", () => {
  it.each([
    ["no punctuation", { ExcludePunctuation: true }, /^[A-Za-z0-9]{400}$/],
    ["digits only", { ExcludePunctuation: true, ExcludeLowercase: true, ExcludeUppercase: true }, /^[0-9]{400}$/],
    ["without some letters", { ExcludeCharacters: 'abc"\\' }, /^[^abc"\\]{400}$/],
    ["short", { PasswordLength: 8 }, /^.{8}$/],
  ])("is made as the template says: %s", (_, wanted, expected) => {
    expect(generateSecretString({ ...everything, ...wanted })).toMatch(expected);
  });

  it("is set into the JSON that the template gives", () => {
    const secret = generateSecretString({
      ...everything,
      SecretStringTemplate: '{"user":"a"}',
      GenerateStringKey: "key",
    });
    expect(JSON.parse(secret)).toEqual({ user: "a", key: expect.stringMatching(/^.{400}$/s) });
  });

  it("is another one each time", () => {
    expect(generateSecretString(everything)).not.toBe(generateSecretString(everything));
  });
});
