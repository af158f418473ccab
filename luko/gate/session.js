// An answer 401 means that the session is over. Asking for the page again leads to the login page,
// and from there back to this page; without this Streamlit shows an English error that cannot be helped.
const ask = window.fetch;
window.fetch = async (...request) => {
  const answer = await ask(...request);
  if (answer.status === 401) window.location.reload();
  return answer;
};
